/// Routers that run FRR: commands over the daemons' vty sockets ([Vty]), held against the running configuration
/// ([RunningConfig]), for which [Wanted] is the specification in FRR's words. FRR takes line by line and keeps what
/// came
/// before a line that it refuses, so sessions are shut down until all of theirs stands ([Change]), and one line, a
/// gate that all of a connection's route-maps pass, denies and lifts.
@NullMarked
package io.directpeering.provisioning.router.frr;

import org.jspecify.annotations.NullMarked;
