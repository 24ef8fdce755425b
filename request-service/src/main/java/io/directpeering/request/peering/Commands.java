package io.directpeering.request.peering;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.http.problem.Problems;
import io.directpeering.request.idempotency.Claim;
import io.directpeering.request.idempotency.IdempotencyKeys;
import io.directpeering.request.outbox.Outbox;
import io.directpeering.request.query.Decision;
import io.directpeering.request.query.Decisions;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// States facts and answers with what the judge decided.
@ApplicationScoped
class Commands {

    private final Outbox outbox;
    private final IdempotencyKeys keys;
    private final Decisions decisions;
    private final Peerings peerings;
    private final DecisionSettings settings;

    Commands(Outbox outbox, IdempotencyKeys keys, Decisions decisions, Peerings peerings, DecisionSettings settings) {
        this.outbox = outbox;
        this.keys = keys;
        this.decisions = decisions;
        this.peerings = peerings;
        this.settings = settings;
    }

    /// Where to look for a decision that did not come in time.
    record Pending(UUID peeringId, String detail) {}

    /// A connection that stands where the fact does not fit.
    record Standing(UUID connectionId, ConnectionState state) {}

    /// States a fact and answers with its outcome; where the same command came before, with that one's.
    ///
    /// @param metadata what the fact begins with
    Response state(Command command, EventMetadata metadata, SpecificRecord fact) {
        var peeringId = metadata.getPeeringId();
        var eventId = metadata.getEventId();
        var claim = QuarkusTransaction.requiringNew().call(() -> {
            var found = keys.claim(command.keyed());
            if (found instanceof Claim.First) {
                outbox.put(fact);
                keys.bind(command.keyed(), peeringId, eventId, Status.OK);
            }
            return found;
        });
        return switch (claim) {
            case Claim.First _ -> kept(command, eventId, () -> answer(peeringId, eventId, Status.OK));
            case Claim.Known known -> again(command, known, null);
        };
    }

    /// Answers a command that came before under the same key: as it was answered then, or with what became of its
    /// fact.
    ///
    /// @param body what the client said, for the instance that answers in our place
    Response again(Command command, Claim.Known known, @Nullable Object body) {
        if (known.answered() != null) {
            return known.answered();
        }
        if (peerings.find(known.peeringId()) instanceof Lookup.Elsewhere(var host)) {
            throw new HeldElsewhere(host, body);
        }
        return kept(
                command,
                known.eventId(),
                () -> answer(known.peeringId(), known.eventId(), Status.fromStatusCode(known.status())));
    }

    /// Keeps an answer that says what was decided, for whoever asks again under the command's key.
    Response kept(Command command, UUID eventId, Supplier<Response> answer) {
        if (command.keyed() == null) {
            return answer.get();
        }
        var response = answered(answer);
        return isDecision(response) ? keys.keep(command.keyed(), eventId, response) : response;
    }

    private static Response answered(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (HttpProblem refusal) {
            return refusal.toResponse();
        }
    }

    private static boolean isDecision(Response response) {
        return response.getStatus() != Status.ACCEPTED.getStatusCode()
                && response.getStatus() < Status.INTERNAL_SERVER_ERROR.getStatusCode();
    }

    /// Answers with the outcome of a fact that was stated.
    ///
    /// @param accepted status if it is accepted
    Response answer(UUID peeringId, UUID eventId, Status accepted) {
        return switch (decisions.await(peeringId, eventId, settings.timeout()).join()) {
            case Decision.Accepted(long sequence) -> standing(peeringId, sequence, accepted);
            case Decision.Refused refused -> throw refusal(peeringId, refused);
            case Decision.Undecided _ -> pending(peeringId);
        };
    }

    /// What was accepted is never answered with an error: where the peering has just moved away, the client looks.
    private Response standing(UUID peeringId, long sequence, Status status) {
        return peerings.find(peeringId) instanceof Lookup.Found(var known)
                        && known.snapshot().getSequence() >= sequence
                ? told(status, PeeringView.of(known))
                : pending(peeringId);
    }

    /// Answers a request that was made before: with the peering, if it is known, whatever became of it since.
    Response answerAgain(UUID peeringId, UUID eventId) {
        return peerings.find(peeringId) instanceof Lookup.Found(var known)
                ? told(Status.OK, PeeringView.of(known))
                : answer(peeringId, eventId, Status.OK);
    }

    /// The peering, with its sequence as ETag.
    static Response told(Status status, PeeringView peering) {
        return Response.status(status)
                .location(at(peering.peeringId()))
                .tag(Long.toString(peering.sequence()))
                .entity(peering)
                .build();
    }

    private static Response pending(UUID peeringId) {
        return Response.accepted(new Pending(
                        peeringId, "Stored. The peering shows what became of it: GET /peerings/" + peeringId))
                .location(at(peeringId))
                .build();
    }

    private static URI at(UUID peeringId) {
        return URI.create("/peerings/" + peeringId);
    }

    private HttpProblem refusal(UUID peeringId, Decision.Refused refused) {
        return switch (refused.code()) {
            case NoSuchPeering, NoSuchConnection -> Problems.absent(refused.reason());
            case NotAllowedInState, Late, AlreadyRequested, Unknown ->
                refusal(peeringId, refused, Status.CONFLICT, "The state does not allow it");
            case SequenceMismatch ->
                refusal(peeringId, refused, Status.PRECONDITION_FAILED, "The peering has moved on");
        };
    }

    private HttpProblem refusal(UUID peeringId, Decision.Refused refused, Status status, String title) {
        var problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(refused.reason())
                .with("code", refused.code().name())
                .with("reason", refused.reason())
                .with("sequence", refused.sequence());
        if (peerings.find(peeringId) instanceof Lookup.Found(var known)) {
            List<Standing> connections = known.snapshot().getConnections().stream()
                    .map(connection -> new Standing(connection.getConnectionId(), connection.getState()))
                    .toList();
            problem.with("state", known.snapshot().getState().name()).with("connections", connections);
        }
        return problem.build();
    }
}
