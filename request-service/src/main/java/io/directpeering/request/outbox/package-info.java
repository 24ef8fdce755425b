/// How a fact gets from a database transaction into the log without loss: a row in the same transaction
/// ([Outbox]), sent right after the commit ([Dispatcher]), and swept until the log shows what became of it
/// ([Sweep]). The event id is fixed in the row, so sending twice is a repeat and not a second fact. Facts of one
/// peering go out in the order in which they were stored.
///
/// Revisions of registrations go a shorter way of the same kind: a row ([RegistrationOutbox]), sent until the broker
/// has taken it ([RegistrationDispatcher]), for no judge answers them.
///
/// Every fact of the front door goes this way, and no other code here writes to the log.
@NullMarked
package io.directpeering.request.outbox;

import org.jspecify.annotations.NullMarked;
