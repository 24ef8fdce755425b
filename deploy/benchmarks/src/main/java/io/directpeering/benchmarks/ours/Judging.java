package io.directpeering.benchmarks.ours;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.directpeering.benchmarks.parts.LogBroker;
import io.directpeering.benchmarks.parts.Transitions;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

/// This project's topology: a fact goes to the log, and its outcome is visible in the store. What the services
/// do around it (HTTP, the outbox, reviews, routers) is not in it.
public final class Judging implements Contender {

    private static final long PATIENCE_SECONDS = 60;

    private final LogBroker broker;
    private final JudgeParts parts;
    private final @Nullable Transitions handedOn;
    private final @Nullable Storm storm;
    private final Clock clock = Clock.systemUTC();

    private Judging(LogBroker broker, JudgeParts parts, @Nullable Transitions handedOn, @Nullable Storm storm) {
        this.broker = broker;
        this.parts = parts;
        this.handedOn = handedOn;
        this.storm = storm;
    }

    public static Judging start(Surroundings surroundings) throws Exception {
        var broker = LogBroker.withTopics(surroundings);
        return new Judging(broker, parts(broker, surroundings), null, null);
    }

    /// A step is taken only when whoever reads committed transitions, as the other services do, has it too.
    public static Judging startHandingOn(Surroundings surroundings) throws Exception {
        var broker = LogBroker.withTopics(surroundings);
        var parts = parts(broker, surroundings);
        var handedOn = Transitions.follow(broker.bootstrapServers(), surroundings.registryUrl());
        return new Judging(broker, parts, handedOn, null);
    }

    /// Sessions of the peerings flap meanwhile.
    public static Judging startInStorm(Surroundings surroundings) throws Exception {
        var broker = LogBroker.withTopics(surroundings);
        var parts = parts(broker, surroundings);
        return new Judging(broker, parts, null, Storm.raise(broker.bootstrapServers(), surroundings.registryUrl()));
    }

    private static JudgeParts parts(LogBroker broker, Surroundings surroundings) throws InterruptedException {
        var parts = new JudgeParts(
                broker.bootstrapServers(),
                surroundings.registryUrl(),
                surroundings.scratch().resolve("stores"));
        return parts.awaitReady();
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        var fact = new Facts(peering, clock.instant()).of(step);
        var verdict = parts.state(fact).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!verdict.equals(new Verdict.Accepted(step.ordinal() + 1L))) {
            throw new IllegalStateException(step + " of " + peering + ": " + verdict);
        }
        if (handedOn != null) {
            handedOn.of(peering).await(step);
        }
        if (storm != null && step == Step.REQUEST) {
            storm.hit(peering);
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
    public void close() throws Exception {
        if (storm != null) {
            storm.close();
        }
        if (handedOn != null) {
            handedOn.close();
        }
        parts.close();
        broker.close();
    }
}
