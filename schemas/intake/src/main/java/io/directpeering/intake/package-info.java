/// Takes in what the judge decided, so that each transition has its effect once and in order.
///
/// The service that takes in brings the tables (`peering_progress`, `parked_transition`) with its migrations, and
/// implements [OutcomeFollower]; the channels and their dead letter, `<service>-dead-letter`, are configured here.
///
/// [OutcomeChannels] listens to the judge, [RecordIntake] takes one record after the other in; [WireReader] tells a
/// record that nobody can read (it goes to the dead letter,
/// byte by byte as it came) from an [Outage] (it is tried again until it works). [TransitionIntake] is one
/// database transaction: it locks the peering's [Progress], drops a repeat, parks what came too early, and hands
/// what is next to every [OutcomeFollower]. Followers write rows; whatever must happen outside the database
/// happens from rows, after the commit.
///
/// Knows nothing of what the service does with an outcome. To rebuild a projection: stop the service, make its
/// database anew, set its consumer group to the earliest offsets, start.
@NullMarked
package io.directpeering.intake;

import org.jspecify.annotations.NullMarked;
