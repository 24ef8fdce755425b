/// Commands that can be sent again without being done again: header `Idempotency-Key` (IETF draft
/// httpapi-idempotency-key-header). A client that got no answer sends the same command under the same key and gets
/// the answer that it missed.
///
/// [Once] does a command. The key is stored in the transaction of what the command does ([IdempotencyKeys#claim]),
/// so that is done once per key, however many ask at once, and whatever dies meanwhile. A key binds a command that
/// did something; what was refused before anything was stored leaves it free. [Keyed] is a command under its key,
/// [Answer] what was said.
///
/// Each service has a table `idempotency_key` for it in its own database.
@NullMarked
package io.directpeering.http.idempotency;

import org.jspecify.annotations.NullMarked;
