package io.directpeering.benchmarks.ours;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.directpeering.benchmarks.parts.LogBroker;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.local.parts.TopicDeclaration;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.state.QueryableStoreTypes;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

/// This project's topology: a fact goes to the log, and its outcome is visible in the store. What the services do
/// around
/// it (HTTP, the outbox, reviews, routers) is not in it.
public final class Judging implements Contender {

    private static final int PARTITIONS = 4;
    private static final long PATIENCE_SECONDS = 60;

    private final LogBroker broker;
    private final JudgeParts parts;
    private final Clock clock = Clock.systemUTC();

    private Judging(LogBroker broker, JudgeParts parts) {
        this.broker = broker;
        this.parts = parts;
    }

    public static Judging start(Surroundings surroundings) throws Exception {
        var broker = LogBroker.start(surroundings);
        new TopicDeclaration(PARTITIONS, (short) 1).declare(Map.of("bootstrap.servers", broker.bootstrapServers()));
        var parts = new JudgeParts(
                broker.bootstrapServers(),
                surroundings.registryUrl(),
                surroundings.scratch().resolve("stores"));
        return new Judging(broker, parts.awaitReady());
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        var fact = new Facts(peering, clock.instant()).of(step);
        var verdict = parts.state(fact).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!verdict.equals(new Verdict.Accepted(step.ordinal() + 1L))) {
            throw new IllegalStateException(step + " of " + peering + ": " + verdict);
        }
    }

    @Override
    public Map<String, Long> byState() {
        var counts = new HashMap<String, Long>();
        var store = parts.judge()
                .streams()
                .orElseThrow()
                .store(fromNameAndType(Stores.PEERINGS, QueryableStoreTypes.<String, StoredPeering>keyValueStore()));
        try (var all = store.all()) {
            all.forEachRemaining(
                    entry -> counts.merge(entry.value.snapshot().getState().name(), 1L, Long::sum));
        }
        return counts;
    }

    @Override
    public Stored stored() throws IOException {
        return broker.stored();
    }

    @Override
    public void close() {
        parts.close();
        broker.close();
    }
}
