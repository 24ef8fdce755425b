/// Until when something must have happened to a connection: [the periods][DeadlineSettings] per state, and
/// [what follows from them][Deadlines] for a peering as it stands. Pure; who watches the time is the judge.
@NullMarked
package io.directpeering.request.topology.deadline;

import org.jspecify.annotations.NullMarked;
