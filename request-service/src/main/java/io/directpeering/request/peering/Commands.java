package io.directpeering.request.peering;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.http.idempotency.Claim;
import io.directpeering.http.idempotency.Keyed;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.problem.Problems;
import io.directpeering.request.outbox.Outbox;
import io.directpeering.request.query.Decision;
import io.directpeering.request.query.Decisions;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// States facts and answers with what the judge decided.
@ApplicationScoped
class Commands {

    private final Outbox outbox;
    private final Once once;
    private final Decisions decisions;
    private final Peerings peerings;
    private final Hop hop;
    private final DecisionSettings settings;

    Commands(Outbox outbox, Once once, Decisions decisions, Peerings peerings, Hop hop, DecisionSettings settings) {
        this.outbox = outbox;
        this.once = once;
        this.decisions = decisions;
        this.peerings = peerings;
        this.hop = hop;
        this.settings = settings;
    }

    /// Where to look for a decision that did not come in time.
    record Pending(UUID peeringId, String detail) {}

    /// A connection that stands where the fact does not fit.
    record Standing(UUID connectionId, ConnectionState state) {}

    /// A fact that a command stated.
    ///
    /// @param status of the answer, where the judge accepts the fact
    record Stated(UUID peeringId, UUID eventId, int status) {

        static Stated of(UUID peeringId, UUID eventId, Status status) {
            return new Stated(peeringId, eventId, status.getStatusCode());
        }
    }

    /// States a fact and answers with its outcome; where the same command came before, with that one's.
    ///
    /// @param metadata what the fact begins with
    Response state(Command command, EventMetadata metadata, SpecificRecord fact) {
        return once.answer(
                command.keyed(),
                Stated.class,
                () -> {
                    outbox.put(fact);
                    return Stated.of(metadata.getPeeringId(), metadata.getEventId(), Status.OK);
                },
                this::answer);
    }

    /// Answers a command that came before under the same key: as it was answered then, or with what became of its
    /// fact.
    ///
    /// @param body what the client said, for the instance that answers in our place
    Response again(Keyed keyed, Claim.Known known, @Nullable Object body) {
        return once.again(keyed, known, Stated.class, stated -> {
            if (peerings.find(stated.peeringId()) instanceof Lookup.Elsewhere elsewhere
                    && hop.hopped() instanceof Hopped.Not) {
                hop.toHolder(elsewhere.host(), body).ifPresent(answer -> {
                    throw new AnsweredElsewhere(answer);
                });
            }
            return answer(stated);
        });
    }

    /// Answers a request that is stored, and keeps the answer for whoever asks again under the command's key.
    Response requested(Command command, Stated stated) {
        return once.kept(command.keyed(), stated, () -> answer(stated));
    }

    /// As [#requested], for a request that was made before: with the peering, if it is known, whatever became of it
    /// since.
    Response requestedBefore(Command command, Stated stated) {
        return once.kept(
                command.keyed(),
                stated,
                () -> peerings.find(stated.peeringId()) instanceof Lookup.Found(var known)
                        ? told(Status.OK, PeeringView.of(known))
                        : answer(stated));
    }

    private Response answer(Stated stated) {
        var peeringId = stated.peeringId();
        return switch (decisions
                .await(peeringId, stated.eventId(), settings.timeout())
                .join()) {
            case Decision.Accepted(long sequence) ->
                standing(peeringId, sequence, Status.fromStatusCode(stated.status()));
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
