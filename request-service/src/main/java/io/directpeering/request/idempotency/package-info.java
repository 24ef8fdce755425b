/// Commands that can be sent again without being done again: header `Idempotency-Key` (IETF draft
/// httpapi-idempotency-key-header). A client that got no answer sends the same command under the same key and gets
/// the answer that it missed.
///
/// The key is stored in the transaction of the fact ([IdempotencyKeys#claim]), so there is one fact per key, however
/// many ask at once. It binds a command that stored a fact; what was refused before anything was stored leaves the
/// key free. [Keyed] is a command under its key, [Answer] what was said.
@NullMarked
package io.directpeering.request.idempotency;

import org.jspecify.annotations.NullMarked;
