/// What this service states to the log, and what became of it.
///
/// A fact is a row first, in the transaction of what it follows from; it is sent after the commit, and sent again with
/// the same id until a transition or a refusal shows that the log has it ([Facts], [Restatement]).
@NullMarked
package io.directpeering.provisioning.fact;

import org.jspecify.annotations.NullMarked;
