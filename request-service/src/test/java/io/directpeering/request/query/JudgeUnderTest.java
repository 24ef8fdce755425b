package io.directpeering.request.query;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.directpeering.request.topology.DecisionListener;
import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.TestDrift;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.DeadlineSettings;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.awaitility.Awaitility.await;

/// A running judge with its queries, put together as the container does.
final class JudgeUnderTest implements Closeable {

    final JudgeRuntime runtime;
    final Peerings peerings;
    final Decisions decisions;

    JudgeUnderTest(JudgeSettings settings, String bootstrapServers, String registryUrl) {
        this(settings, TestDeadlines.byDefault(), bootstrapServers, registryUrl);
    }

    JudgeUnderTest(JudgeSettings settings, DeadlineSettings periods, String bootstrapServers, String registryUrl) {
        var deadlines = new Deadlines(periods);
        var listener = new AtomicReference<DecisionListener>((_, _, _) -> {});
        runtime = new JudgeRuntime(
                settings,
                Map.of("bootstrap.servers", bootstrapServers),
                registryUrl,
                (peering, event, verdict) -> listener.get().decided(peering, event, verdict),
                deadlines,
                new Census(new SimpleMeterRegistry(), Clock.systemUTC()),
                TestDrift.byDefault(),
                new AlarmBoard(new SimpleMeterRegistry()),
                Clock.systemUTC());
        var places = new Places(runtime, settings);
        peerings = new Peerings(runtime, places, deadlines, Clock.systemUTC());
        decisions = new Decisions(places, settings);
        listener.set(decisions);
        runtime.start();
    }

    JudgeUnderTest whenReady() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> runtime.trouble().isEmpty());
        return this;
    }

    Decision decision(UUID peeringId, UUID eventId) {
        return decisions.await(peeringId, eventId, Duration.ofSeconds(5)).join();
    }

    @Override
    public void close() {
        runtime.stop();
    }
}
