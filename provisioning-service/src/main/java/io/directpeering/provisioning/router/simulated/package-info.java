/// Routers that are not there: they take a specification as a router does, run the BGP state machine
/// ([Fsm], RFC 4271) against a peer that is not there either ([SimulatedPeer]), remember what they have when the
/// service dies ([Hardware]), and fail as they are told to ([Faults]).
@NullMarked
package io.directpeering.provisioning.router.simulated;

import org.jspecify.annotations.NullMarked;
