package io.directpeering.request.query.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Known;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.history.HistorianStores;
import io.directpeering.request.topology.history.Position;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredStanding;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// How peerings stood and what became of them, as far as this instance holds their history.
@ApplicationScoped
public class Past {

    private final Archive archive;
    private final TransitionLog log;
    private final Deadlines deadlines;
    private final Reach reach;

    Past(Archive archive, TransitionLog log, Deadlines deadlines, Reach reach) {
        this.archive = archive;
        this.log = log;
        this.deadlines = deadlines;
        this.reach = reach;
    }

    /// Where this peering stood at an instant: the latest transition by then says so, for its times never go back.
    public Recall asOf(UUID peeringId, Instant instant) {
        return look(peeringId, here -> recall(here, peeringId, instant), Recall.Elsewhere::new, Recall.NotReady::new);
    }

    /// What became of this peering.
    ///
    /// @param after  only what comes behind; null: from the beginning
    /// @param atMost so many
    public Chronicle history(UUID peeringId, @Nullable Mark after, int atMost) {
        return look(
                peeringId,
                here -> chronicle(here, peeringId, after, atMost),
                Chronicle.Elsewhere::new,
                Chronicle.NotReady::new);
    }

    private <T> T look(
            UUID peeringId,
            Function<Shelf.Here, T> here,
            Function<HostInfo, T> elsewhere,
            Function<String, T> notReady) {
        try {
            return switch (archive.of(peeringId)) {
                case Shelf.Here it -> here.apply(it);
                case Shelf.Elsewhere(var host) -> elsewhere.apply(host);
                case Shelf.Unknown(var why) -> notReady.apply(why);
            };
        } catch (InvalidStateStoreException e) {
            return notReady.apply(archive.why());
        }
    }

    private Recall recall(Shelf.Here here, UUID peeringId, Instant instant) {
        // Before the stores: what is read of them later is no less than that.
        var freshness = reach.of(here.partition());
        ReadOnlyKeyValueStore<Position, StoredEntry> history = here.store(HistorianStores.HISTORY);
        long latest = 0;
        Instant first = Instant.MAX;
        long peerAsn = 0;
        try (var earlier = history.reverseRange(Position.first(peeringId), Position.last(peeringId))) {
            while (earlier.hasNext()) {
                var each = earlier.next();
                var standing = each.value.getStanding();
                if (standing == null) {
                    continue;
                }
                latest = Math.max(latest, each.key.sequence());
                if (!each.value.getAt().isAfter(instant)) {
                    return freshness.isEmpty()
                            ? new Recall.NotReady("The history has not been read to its end yet.")
                            : recalled(here, each, instant, latest, freshness.get());
                }
                first = each.value.getAt();
                peerAsn = standing.getAsn();
            }
        }
        return latest == 0 ? new Recall.Absent() : new Recall.NotYet(first, peerAsn, latest);
    }

    private Recall recalled(
            Shelf.Here here, KeyValue<Position, StoredEntry> then, Instant instant, long latest, Freshness freshness) {
        return log.read(here.partition(), then.value.getOffset())
                .filter(it -> it.getSequence() == then.key.sequence())
                .filter(it -> it.getMetadata().getPeeringId().equals(then.key.peeringId()))
                .<Recall>map(it -> new Recall.Found(
                        new Known(
                                it.getSnapshot(),
                                List.of(),
                                deadlines.byConnection(it.getSnapshot()),
                                instant,
                                freshness),
                        latest))
                .orElseGet(() -> new Recall.NotReady("The log of transitions cannot be read at the moment."));
    }

    private Chronicle chronicle(Shelf.Here here, UUID peeringId, @Nullable Mark after, int atMost) {
        ReadOnlyKeyValueStore<Position, StoredEntry> history = here.store(HistorianStores.HISTORY);
        var latest = latest(history, peeringId);
        if (latest.isEmpty()) {
            return new Chronicle.Absent();
        }
        var from = after == null
                ? Position.first(peeringId)
                : new Position(peeringId, after.sequence(), after.refusal(), after.offset()).next();
        var told = new ArrayList<Happening>();
        try (var rest = history.range(from, Position.last(peeringId))) {
            while (rest.hasNext() && told.size() < atMost) {
                var next = rest.next();
                told.add(Happenings.of(next.key, next.value));
            }
        }
        return new Chronicle.Told(
                List.copyOf(told), latest.get().value.getAsn(), latest.get().key.sequence());
    }

    private static Optional<KeyValue<Position, StoredStanding>> latest(
            ReadOnlyKeyValueStore<Position, StoredEntry> history, UUID peeringId) {
        try (var earlier = history.reverseRange(Position.first(peeringId), Position.last(peeringId))) {
            while (earlier.hasNext()) {
                var each = earlier.next();
                if (each.value.getStanding() != null) {
                    return Optional.of(KeyValue.pair(each.key, each.value.getStanding()));
                }
            }
            return Optional.empty();
        }
    }
}
