package io.directpeering.benchmarks.ours;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.directpeering.events.EventMetadata;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.query.CopiedUpTo;
import io.directpeering.request.query.Copies;
import io.directpeering.request.query.PeeringLists;
import io.directpeering.request.query.Peerings;
import io.directpeering.request.query.Places;
import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.schemas.CloudEventHeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;

/// The judge and its queries, put together as the container of request-service does, and somebody who states facts.
public final class JudgeParts implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MILLIS = 2;

    private final JudgeRuntime judge;
    private final Peerings peerings;
    private final PeeringLists lists;
    private final FactLog log;
    private final Map<UUID, CompletableFuture<Verdict>> waiting = new ConcurrentHashMap<>();

    /// Starts them; [#awaitReady] waits until they can be asked.
    public JudgeParts(String bootstrapServers, String registryUrl, Path stateDir) {
        var settings = Settings.of(stateDir);
        var clock = Clock.systemUTC();
        var meters = new SimpleMeterRegistry();
        var deadlines = new Deadlines(settings.deadlines());
        var holdings = new Holdings(deadlines);
        judge = new JudgeRuntime(
                settings.judge(),
                Map.of("bootstrap.servers", bootstrapServers),
                registryUrl,
                this::decided,
                deadlines,
                new Census(meters, clock),
                settings.drift(),
                new AlarmBoard(meters),
                holdings,
                clock);
        var copies =
                new Copies(judge, new CopiedUpTo(judge, settings.judge(), holdings), holdings, settings.query(), clock);
        peerings = new Peerings(new Places(judge, settings.judge()), holdings, copies, deadlines, clock);
        lists = new PeeringLists(holdings, copies, peerings, clock);
        log = new FactLog(bootstrapServers, registryUrl);
        judge.start();
    }

    public JudgeParts awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (judge.trouble().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(judge.trouble().orElse("The judge does not start."));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return this;
    }

    public JudgeRuntime judge() {
        return judge;
    }

    public Peerings peerings() {
        return peerings;
    }

    public PeeringLists lists() {
        return lists;
    }

    /// States a fact. The answer comes when its outcome stands in the store, for which the fact is in the log.
    public CompletableFuture<Verdict> state(SpecificRecord fact) {
        EventMetadata metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        var decided = new CompletableFuture<Verdict>();
        waiting.put(metadata.getEventId(), decided);
        log.state(fact).whenComplete((_, failure) -> {
            if (failure != null) {
                decided.completeExceptionally(failure);
            }
        });
        return decided;
    }

    private void decided(UUID peering, UUID event, Verdict verdict) {
        var whoWaits = waiting.remove(event);
        if (whoWaits != null) {
            whoWaits.complete(verdict);
        }
    }

    @Override
    public void close() {
        log.close();
        judge.stop();
    }
}
