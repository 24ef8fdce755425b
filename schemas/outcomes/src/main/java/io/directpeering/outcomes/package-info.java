/// Takes in what the judge decided, so that each transition has its effect once and in order.
///
/// [OutcomeChannels] listens to the judge. [TransitionIntake] is one database transaction: it locks the peering's
/// [Progress], drops a repeat, parks what came too early, and hands what is next to every [OutcomeFollower]. Followers
/// write rows; whatever must happen outside the database happens from rows, after the commit. A command that waits for
/// what becomes of its fact does so with [Awaited].
///
/// The service that takes in brings the tables (`peering_progress`, `parked_transition`) with its migrations, and
/// implements [OutcomeFollower]; the channels and their dead letter, `<service>-dead-letter`, are configured here.
///
/// Knows nothing of what the service does with an outcome. To rebuild a projection: stop the service, make its
/// database anew, set its consumer group to the earliest offsets, start.
@NullMarked
package io.directpeering.outcomes;

import org.jspecify.annotations.NullMarked;
