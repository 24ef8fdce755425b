/// One delivery per transition, recipient and channel: written in the transaction that takes the transition in
/// ([io.directpeering.notification.delivery.Announcer]), sent after its commit and again until it is done
/// ([io.directpeering.notification.delivery.Sender]), shown at `GET /deliveries`.
///
/// Rebuilding sends nothing. Deliveries outlive everything else here, so reading the topic again finds them written.
/// Where the database itself is new, [io.directpeering.notification.delivery.ToldFrom] draws the line: what
/// happened before is written down as told.
@NullMarked
package io.directpeering.notification.delivery;

import org.jspecify.annotations.NullMarked;
