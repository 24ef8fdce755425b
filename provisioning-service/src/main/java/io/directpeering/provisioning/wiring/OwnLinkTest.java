package io.directpeering.provisioning.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.ConnectionState;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.LinkTestResult;
import io.directpeering.provisioning.session.Plan;
import io.directpeering.provisioning.session.Sessions;
import io.quarkus.narayana.jta.QuarkusTransaction;

/// A link test from our side: the connection's router pings over the new wire.
@ApplicationScoped
class OwnLinkTest {

    private final Sessions sessions;

    OwnLinkTest(Sessions sessions) {
        this.sessions = sessions;
    }

    /// What came back, to be reported. Where there is no such connection, nothing to ping over, or nobody who would,
    /// the request ends with a problem that says so.
    WireReport.LinkTest run(UUID peeringId, UUID connectionId, int packets) {
        demandStage(peeringId, connectionId);
        var plan = sessions.plan(connectionId)
                .orElseThrow(() -> Problems.conflict(
                        "No port is assigned to the connection yet, so there is no wire to ping over.",
                        Map.of("code", "NoPortYet")));
        return switch (sessions.linkTest(plan, packets)) {
            case Answer.Done(var result) -> report(plan, result);
            case Answer.Failed<?> failed ->
                throw Problems.conflict(
                        "The router did not ping: " + failed.reason() + ". Report a test of the peer's instead.",
                        Map.of("code", "NotTested", "reason", failed.reason()));
        };
    }

    private static void demandStage(UUID peeringId, UUID connectionId) {
        var state = QuarkusTransaction.requiringNew()
                .call(() -> Connection.<Connection>find("connectionId = ?1 and peeringId = ?2", connectionId, peeringId)
                        .firstResultOptional()
                        .map(connection -> connection.state))
                .orElseThrow(() -> Problems.absent(
                        "Peering " + peeringId + " has no connection " + connectionId + " that has been requested."));
        if (!state.equals(ConnectionState.ProvisioningStarted.name())) {
            throw Problems.conflict(
                    "A link is tested while it is being wired, in ProvisioningStarted; the connection is in " + state
                            + ".",
                    Map.of("code", "NotAllowedInState", "state", state));
        }
    }

    private static WireReport.LinkTest report(Plan plan, LinkTestResult result) {
        return new WireReport.LinkTest(
                result.packetsSent(),
                result.packetsReceived(),
                result.roundTripMs(),
                "Pinged " + LinkTestResult.PEER_ADDRESS + " from " + LinkTestResult.OPERATOR_ADDRESS + " on port "
                        + plan.spec().port() + " of " + plan.router(),
                Optional.ofNullable(result.roundTripMinMs()),
                Optional.ofNullable(result.roundTripMaxMs()));
    }
}
