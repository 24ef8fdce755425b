package io.directpeering.provisioning.wiring;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.events.RefusalCode;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.Outcome;
import io.quarkiverse.resteasy.problem.HttpProblem;
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

    /// A fact of which the judge decides.
    ///
    /// @param status of the answer, where it is accepted
    /// @param place  where the decision will show
    public record Stated(UUID peeringId, UUID connectionId, UUID eventId, int status, String place) {}

    public Response answer(Stated stated) {
        var connectionId = stated.connectionId();
        return switch (facts.await(stated.eventId())) {
            case Outcome.Accepted(var sequence) ->
                Response.status(stated.status())
                        .location(URI.create(stated.place()))
                        .entity(new Accepted(
                                stated.eventId(), stated.peeringId(), connectionId, state(connectionId), sequence))
                        .build();
            case Outcome.Refused(var sequence, var code, var reason) ->
                throw refusal(
                        code,
                        reason,
                        Map.of("code", code, "reason", reason, "state", state(connectionId), "sequence", sequence));
            case Outcome.Undecided() ->
                Response.accepted(new Pending(stated.eventId(), stated.peeringId(), connectionId))
                        .location(URI.create(stated.place()))
                        .build();
        };
    }

    private static HttpProblem refusal(String code, String reason, Map<String, ?> members) {
        return code.equals(RefusalCode.SequenceMismatch.name())
                ? Problems.changed(reason, members)
                : Problems.conflict(reason, members);
    }

    private static String state(UUID connectionId) {
        return QuarkusTransaction.requiringNew().call(() -> Connection.<Connection>findById(connectionId).state);
    }
}
