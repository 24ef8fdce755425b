package io.directpeering.request.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.Cause;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.TransitionOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a client reads of an outcome.
sealed interface Views {

    /// `event: PeeringTransitioned`
    ///
    /// @param sequence 1, 2, 3 … per peering
    /// @param state    of the peering afterwards
    @Schema(name = "LiveTransition")
    record Transition(
            UUID eventId,
            UUID peeringId,
            long sequence,
            Instant occurredAt,
            String actor,
            CauseView cause,
            TransitionOutcome outcome,
            List<Change> changes,
            PeeringState state,
            boolean redundant,
            long peerAsn,
            String name,
            String peeringLocation)
            implements Views {

        static Transition of(PeeringTransitioned it) {
            var peering = it.getSnapshot();
            return new Transition(
                    it.getMetadata().getEventId(),
                    it.getMetadata().getPeeringId(),
                    it.getSequence(),
                    it.getMetadata().getOccurredAt(),
                    it.getMetadata().getActor(),
                    CauseView.of(it.getCause()),
                    it.getOutcome(),
                    it.getChanges().stream()
                            .map(change -> new Change(change.getConnectionId(), change.getFrom(), change.getTo()))
                            .toList(),
                    peering.getState(),
                    peering.getRedundant(),
                    peering.getPeer().getAsn(),
                    peering.getPeeringName(),
                    peering.getPeeringLocation());
        }
    }

    /// `event: FactRefused`
    ///
    /// @param sequence of the peering when the fact was refused; 0: there is no such peering
    @Schema(name = "LiveRefusal")
    record Refusal(
            UUID eventId,
            UUID peeringId,
            long sequence,
            Instant occurredAt,
            String actor,
            CauseView cause,
            RefusalCode code,
            String reason)
            implements Views {

        static Refusal of(FactRefused it) {
            return new Refusal(
                    it.getMetadata().getEventId(),
                    it.getMetadata().getPeeringId(),
                    it.getSequence(),
                    it.getMetadata().getOccurredAt(),
                    it.getMetadata().getActor(),
                    CauseView.of(it.getCause()),
                    it.getCode(),
                    it.getReason());
        }
    }

    /// The fact behind it.
    ///
    /// @param type record name of the fact, e.g. WiringCompleted
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseView(
            UUID eventId,
            String type,
            String statedBy,
            Instant occurredAt,
            @Nullable String reason) {

        static CauseView of(Cause it) {
            return new CauseView(it.getEventId(), it.getType(), it.getStatedBy(), it.getOccurredAt(), it.getReason());
        }
    }

    /// @param from null: the connection came to be
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(UUID connectionId, @Nullable ConnectionState from, ConnectionState to) {}
}
