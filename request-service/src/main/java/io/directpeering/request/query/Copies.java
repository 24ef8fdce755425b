package io.directpeering.request.query;

import java.time.Clock;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/// This instance's copies of partitions that others hold. They are asked only while those do not answer, and only if
/// they are not older than a setting allows.
@Singleton
public class Copies {

    private static final Duration PHOTOGRAPH_KEPT = Duration.ofSeconds(3);

    private final JudgeRuntime judge;
    private final CopiedUpTo copied;
    private final Holdings holdings;
    private final QuerySettings settings;
    private final Clock clock;
    private final ConcurrentMap<Integer, Photograph> photographs = new ConcurrentHashMap<>();

    public Copies(JudgeRuntime judge, CopiedUpTo copied, Holdings holdings, QuerySettings settings, Clock clock) {
        this.judge = judge;
        this.copied = copied;
        this.holdings = holdings;
        this.settings = settings;
        this.clock = clock;
    }

    /// An index over a copy as it was a moment ago.
    record Photograph(Holding index, Freshness freshness) {}

    /// How recent the copy is; empty: there is none, or it is too old to be shown.
    Optional<Freshness> freshness(int partition) {
        return copied.of(partition)
                .filter(at -> at.plus(settings.copyMayLag()).isAfter(clock.instant()))
                .map(at -> new Freshness(at, holdings.behind(partition), true));
    }

    /// An index over the copy; empty: there is none, or it is too old to be shown.
    ///
    /// Reading a copy takes seconds where it is large: one caller at a time does so, and again only when it has
    /// come further.
    Optional<Photograph> photograph(int partition) {
        return freshness(partition)
                .flatMap(now -> Optional.ofNullable(photographs.compute(
                        partition, (_, kept) -> isRecent(kept, now) ? kept : taken(partition, now))));
    }

    private static boolean isRecent(@Nullable Photograph kept, Freshness now) {
        return kept != null && kept.freshness().readUpTo().plus(PHOTOGRAPH_KEPT).isAfter(now.readUpTo());
    }

    private @Nullable Photograph taken(int partition, Freshness now) {
        try {
            return new Photograph(
                    holdings.photograph(partition, this.<StoredPeering>store(Stores.PEERINGS, partition)), now);
        } catch (InvalidStateStoreException e) {
            return null;
        }
    }

    /// @throws InvalidStateStoreException there is none here
    <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        return running()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                        .withPartition(partition)
                        .enableStaleStores());
    }

    private KafkaStreams running() {
        return judge.streams().orElseThrow(() -> new InvalidStateStoreException("The judge is starting."));
    }
}
