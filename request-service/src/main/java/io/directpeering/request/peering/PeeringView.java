package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.OpenQuestion;
import io.directpeering.events.Origin;
import io.directpeering.events.PeeringState;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Known;
import org.jspecify.annotations.Nullable;

/// A peering as clients read it.
///
/// @param sequence number of its transitions so far; also the ETag
/// @param asOf     it stood so at this instant; null: it does now
record PeeringView(
        UUID peeringId,
        long sequence,
        Instant updatedAt,
        PeeringState state,
        boolean redundant,
        Origin origin,
        long peerAsn,
        String peerName,
        String name,
        String peeringLocation,
        DirectPeeringType directPeeringType,
        String requestedBy,
        Instant requestedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuestionView openQuestion,
        List<ConnectionView> connections,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant asOf) {

    /// What the operator waits to know.
    ///
    /// @param answerDueAt null: within the usual time, which the connections show as their deadline
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String question,
            String askedBy,
            Instant askedAt,
            @Nullable Instant answerDueAt) {

        private static @Nullable QuestionView of(@Nullable OpenQuestion open) {
            return open == null
                    ? null
                    : new QuestionView(open.getQuestion(), open.getAskedBy(), open.getAskedAt(), open.getAnswerDueAt());
        }
    }

    static PeeringView of(Known known) {
        return of(known, null);
    }

    static PeeringView of(Known known, @Nullable Instant asOf) {
        var snapshot = known.snapshot();
        return new PeeringView(
                snapshot.getPeeringId(),
                snapshot.getSequence(),
                snapshot.getUpdatedAt(),
                snapshot.getState(),
                snapshot.getRedundant(),
                snapshot.getOrigin(),
                snapshot.getPeer().getAsn(),
                snapshot.getPeer().getName(),
                snapshot.getPeeringName(),
                snapshot.getPeeringLocation(),
                snapshot.getDirectPeeringType(),
                snapshot.getRequestedBy(),
                snapshot.getRequestedAt(),
                QuestionView.of(snapshot.getOpenQuestion()),
                snapshot.getConnections().stream()
                        .map(connection -> ConnectionView.of(connection, known))
                        .toList(),
                asOf);
    }

    /// The answer to `GET /peerings`.
    record Items(List<PeeringView> items, Freshness freshness) {}
}
