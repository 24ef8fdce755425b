package io.directpeering.provisioning.wiring;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;

/// Answers a command with what the judge made of it.
@ApplicationScoped
public class Decision {

    /// @param state    of the connection now
    /// @param sequence of the peering with this fact in it
    public record Accepted(UUID eventId, UUID peeringId, UUID connectionId, String state, long sequence) {}

    /// The judge has not decided in time; the fact will be decided.
    public record Pending(UUID eventId, UUID peeringId, UUID connectionId) {}

    private final Facts facts;

    Decision(Facts facts) {
        this.facts = facts;
    }

    /// @param place where the decision will show
    public Response answer(UUID peeringId, UUID connectionId, UUID eventId, Status whenAccepted, URI place)
            throws InterruptedException {
        return switch (facts.await(eventId)) {
            case Outcome.Accepted(var sequence) ->
                Response.status(whenAccepted)
                        .location(place)
                        .entity(new Accepted(eventId, peeringId, connectionId, state(connectionId), sequence))
                        .build();
            case Outcome.Refused(var sequence, var code, var reason) ->
                throw Problems.conflict(
                        reason,
                        Map.of("code", code, "reason", reason, "state", state(connectionId), "sequence", sequence));
            case Outcome.Undecided() ->
                Response.accepted(new Pending(eventId, peeringId, connectionId))
                        .location(place)
                        .build();
        };
    }

    private static String state(UUID connectionId) {
        return QuarkusTransaction.requiringNew().call(() -> Connection.<Connection>findById(connectionId).state);
    }
}
