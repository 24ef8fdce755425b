/// Takes in what the judge decided, so that each transition has its effect once and in order.
///
/// [OutcomeChannels] reads the topics; [WireReader] tells a record that nobody can read (it goes to the dead letter,
/// byte by byte as it came) from an [Outage] (it is tried again until it works). [TransitionIntake] is one
/// database transaction: it locks the peering's [Progress], drops a repeat, parks what came too early, and hands
/// what is next to every [OutcomeFollower]. Followers write rows; whatever must happen outside the database
/// happens from rows, after the commit.
///
/// Knows nothing of what the service does with an outcome.
@NullMarked
package io.directpeering.approval.intake;

import org.jspecify.annotations.NullMarked;
