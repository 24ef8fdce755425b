package io.directpeering.request.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.index.Holding;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// This instance's copies of partitions that others hold. They are asked only while those do not answer, and only if
/// they are not older than a setting allows.
@Singleton
public class Copies {

    /// The mark that ends a transaction is no record, but counts as one that is not read.
    private static final long NOTHING_UNREAD = 1;

    private static final Duration PHOTOGRAPH_KEPT = Duration.ofSeconds(3);

    private final JudgeRuntime judge;
    private final Holdings holdings;
    private final QuerySettings settings;
    private final Clock clock;
    private final ConcurrentMap<Integer, Photograph> photographs = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Instant> upToDate = new ConcurrentHashMap<>();

    public Copies(JudgeRuntime judge, Holdings holdings, QuerySettings settings, Clock clock) {
        this.judge = judge;
        this.holdings = holdings;
        this.settings = settings;
        this.clock = clock;
    }

    /// An index over a copy as it was a moment ago.
    record Photograph(Holding index, Freshness freshness) {}

    /// How recent the copy is; empty: there is none, or it is too old to be shown.
    Optional<Freshness> freshness(int partition) {
        var log = holdings.logOf(partition).flatMap(reading -> Optional.ofNullable(reading.readUpTo()));
        var copied = copiedUpTo(partition);
        return log.isEmpty() || copied.isEmpty()
                ? Optional.empty()
                : Optional.of(log.get().isBefore(copied.get()) ? log.get() : copied.get())
                        .filter(at -> at.plus(settings.copyMayLag()).isAfter(clock.instant()))
                        .map(at -> new Freshness(
                                at, holdings.logOf(partition).orElseThrow().behind(), true));
    }

    /// An index over the copy; empty: there is none, or it is too old to be shown.
    Optional<Photograph> photograph(int partition) {
        var kept = photographs.get(partition);
        if (kept != null && kept.freshness().readUpTo().plus(PHOTOGRAPH_KEPT).isAfter(clock.instant())) {
            return Optional.of(kept);
        }
        photographs.remove(partition);
        return freshness(partition).flatMap(freshness -> {
            try {
                var taken = new Photograph(
                        holdings.photograph(partition, this.<StoredPeering>store(Stores.PEERINGS, partition)),
                        freshness);
                photographs.put(partition, taken);
                return Optional.of(taken);
            } catch (InvalidStateStoreException e) {
                return Optional.empty();
            }
        });
    }

    /// @throws InvalidStateStoreException there is none here
    <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        return running()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                        .withPartition(partition)
                        .enableStaleStores());
    }

    private Optional<Instant> copiedUpTo(int partition) {
        var at = clock.instant();
        try {
            var lags = running().allLocalStorePartitionLags().get(Stores.PEERINGS);
            var lag = lags == null ? null : lags.get(partition);
            if (lag == null) {
                upToDate.remove(partition);
            } else if (lag.offsetLag() <= NOTHING_UNREAD) {
                upToDate.put(partition, at);
            }
        } catch (InvalidStateStoreException | IllegalStateException e) {
            upToDate.remove(partition);
        }
        return Optional.ofNullable(upToDate.get(partition));
    }

    private KafkaStreams running() {
        return judge.streams().orElseThrow(() -> new InvalidStateStoreException("The judge is starting."));
    }
}
