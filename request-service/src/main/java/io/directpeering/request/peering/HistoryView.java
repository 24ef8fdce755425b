package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.RefusalCode;
import io.directpeering.http.identity.Caller;
import io.directpeering.request.query.past.Happening;
import org.jspecify.annotations.Nullable;

/// A page of the history of a peering as clients read it, the earliest first.
///
/// @param sequence how far the peering has come, as far as the history has been read
record HistoryView(UUID peeringId, long sequence, List<Item> items) {

    /// Transitioned: a connection changed state. Recorded: the fact is kept, no state changed. Refused: it was not
    /// accepted, and nothing changed.
    enum Outcome {
        Transitioned,
        Recorded,
        Refused
    }

    /// What became of one fact.
    ///
    /// @param sequence     number of the transition; of a refusal: of the latest transition before it
    /// @param connectionId that the fact was about; left out: every one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long sequence,
            Outcome outcome,
            Instant at,
            CauseView cause,
            String actor,
            @Nullable UUID connectionId,
            List<ChangeView> changes,
            @Nullable RefusalView refusal) {}

    /// The fact. `reason` is what its author gave as reason, question or answer.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseView(
            UUID eventId,
            String type,
            String statedBy,
            Instant occurredAt,
            @Nullable String reason,
            @Nullable DeadlineView deadline) {}

    /// @param warning ahead of it; else it has passed
    record DeadlineView(DeadlineKind kind, Instant at, boolean warning) {}

    /// @param from        left out: the connection came to be
    /// @param timeInState how long it was in `from`, ISO-8601
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            UUID connectionId,
            @Nullable ConnectionState from,
            ConnectionState to,
            @Nullable String timeInState) {}

    record RefusalView(RefusalCode code, String reason, List<RefusingView> connections) {}

    record RefusingView(UUID connectionId, ConnectionState state) {}

    static Item item(Happening it, Caller reader) {
        return new Item(
                it.sequence(),
                outcome(it),
                it.at(),
                cause(it.cause()),
                Discretion.principal(it.actor(), reader),
                it.connectionId(),
                it.changes().stream().map(HistoryView::change).toList(),
                it.refusal() == null ? null : refusal(it.refusal()));
    }

    private static Outcome outcome(Happening it) {
        if (it.refusal() != null) {
            return Outcome.Refused;
        }
        return it.changes().isEmpty() ? Outcome.Recorded : Outcome.Transitioned;
    }

    private static CauseView cause(Happening.Cause it) {
        var deadline = it.deadline();
        return new CauseView(
                it.eventId(),
                it.type(),
                it.statedBy(),
                it.occurredAt(),
                it.reason(),
                deadline == null ? null : new DeadlineView(deadline.kind(), deadline.at(), deadline.warning()));
    }

    private static ChangeView change(Happening.Change it) {
        return new ChangeView(
                it.connectionId(),
                it.from(),
                it.to(),
                it.stay() == null ? null : it.stay().toString());
    }

    private static RefusalView refusal(Happening.Refusal it) {
        return new RefusalView(
                it.code(),
                it.reason(),
                it.connections().stream()
                        .map(each -> new RefusingView(each.connectionId(), each.state()))
                        .toList());
    }
}
