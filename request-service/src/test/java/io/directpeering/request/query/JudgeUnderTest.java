package io.directpeering.request.query;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
import io.directpeering.request.topology.index.Holdings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.awaitility.Awaitility.await;

/// A running judge with its queries, put together as the container does.
final class JudgeUnderTest implements Closeable {

    private static final int PARTITIONS = 4;

    final CopiedUpTo copied;

    private record AsByDefault(Duration copyMayLag, Duration patience) implements QuerySettings {}

    final JudgeRuntime runtime;
    final Peerings peerings;
    final PeeringLists lists;
    final Gathering gathering;
    final Decisions decisions;

    JudgeUnderTest(JudgeSettings settings, String bootstrapServers, String registryUrl) {
        this(settings, TestDeadlines.byDefault(), bootstrapServers, registryUrl);
    }

    JudgeUnderTest(JudgeSettings settings, DeadlineSettings periods, String bootstrapServers, String registryUrl) {
        var deadlines = new Deadlines(periods);
        var holdings = new Holdings(deadlines);
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
                holdings,
                Clock.systemUTC());
        var places = new Places(runtime, settings);
        var queries = new AsByDefault(Duration.ofSeconds(30), Duration.ofSeconds(6));
        copied = new CopiedUpTo(runtime, settings, holdings);
        var copies = new Copies(runtime, copied, holdings, queries, Clock.systemUTC());
        peerings = new Peerings(places, holdings, copies, deadlines, Clock.systemUTC());
        lists = new PeeringLists(holdings, copies, peerings, Clock.systemUTC());
        gathering = new Gathering(places, queries);
        decisions = new Decisions(places, settings);
        listener.set(decisions);
        runtime.start();
        copied.start();
    }

    JudgeUnderTest whenReady() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> runtime.trouble().isEmpty());
        return this;
    }

    Decision decision(UUID peeringId, UUID eventId) {
        return decisions.await(peeringId, eventId, Duration.ofSeconds(30)).join();
    }

    /// What this instance alone lists, once its index is filled.
    List<UUID> listed(Filter filter) {
        var share = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> lists.list(new Question.Held(), filter, null, null, 1_000),
                        it -> it.isPresent() && it.get().partitions().size() == PARTITIONS);
        return share.orElseThrow().part().stream()
                .map(each -> each.snapshot().getPeeringId())
                .toList();
    }

    @Override
    public void close() {
        copied.stop();
        runtime.stop();
    }
}
