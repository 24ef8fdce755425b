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

/// Accepting by itself: a step is taken when its fact is in the log, as durable as the class says. Nobody judges it, so
/// this is what a service pays that states a fact, and no life cycle.
public final class Accepting implements Contender {

    private static final long PATIENCE_SECONDS = 60;

    private final LogBroker broker;
    private final FactLog log;
    private final String registryUrl;
    private final Clock clock = Clock.systemUTC();

    private Accepting(LogBroker broker, FactLog log, String registryUrl) {
        this.broker = broker;
        this.log = log;
        this.registryUrl = registryUrl;
    }

    public static Accepting start(Surroundings surroundings) throws Exception {
        var broker = LogBroker.withTopics(surroundings);
        var log = new FactLog(broker.bootstrapServers(), surroundings.registryUrl());
        return new Accepting(broker, log, surroundings.registryUrl());
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        log.state(new Facts(peering, clock.instant()).of(step)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// The log from its beginning, every fact read.
    @Override
    public Map<String, Long> byState() {
        var reached = new HashMap<UUID, Step>();
        new FactReader(broker.bootstrapServers(), registryUrl).readAll((peering, step) -> {
            var before = reached.put(peering, step);
            if ((before == null ? 0 : before.ordinal() + 1) != step.ordinal()) {
                throw new IllegalStateException("%s of %s follows on %s".formatted(step, peering, before));
            }
        });
        var counts = new HashMap<String, Long>();
        reached.values().forEach(step -> counts.merge(step.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public Stored stored() throws IOException {
        return broker.stored();
    }

    @Override
    public void close() {
        log.close();
        broker.close();
    }
}
