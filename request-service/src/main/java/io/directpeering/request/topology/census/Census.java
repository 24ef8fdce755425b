package io.directpeering.request.topology.census;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import jakarta.inject.Singleton;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.StateChange;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jspecify.annotations.Nullable;

/// The judge's metrics: heads counted over all partitions of this instance, and what became of facts. After a start
/// the heads are complete once every partition has been gone through, which takes a second per few thousand peerings.
@Singleton
public class Census {

    /// Records that were put aside, by topic. Named as in every service.
    public static final String DEAD_LETTERS = "peering.dead.letters";

    private static final Duration[] LATENCIES = Stream.of(2, 5, 10, 25, 50, 100, 250, 1_000, 10_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Headcount> headcounts = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Counted, Counter> counters = new ConcurrentHashMap<>();
    private final Stays stays;
    private final Restores restores;
    private final Timer decisions;

    /// A counter's tags.
    private record Counted(String meter, String fact, Enum<?> outcome) {}

    public Census(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        stays = new Stays(meters);
        restores = new Restores(meters);
        // There from the start, so that the first one is a rise.
        meters.counter(DEAD_LETTERS, "topic", Topics.PEERING_EVENTS.name());
        decisions = Timer.builder("peering.decision.latency")
                .description("From the moment a fact is in the log until it is decided")
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        for (var state : PeeringState.values()) {
            gauge("peering.peerings", "Peerings in this state", state, it -> it.peerings(state));
        }
        for (var state : ConnectionState.values()) {
            gauge("peering.connections", "Connections in this state", state, it -> it.connections(state));
            if (hasDeadline(state)) {
                gauge(
                        "peering.connections.overdue",
                        "Connections that are longer in this state than they may be",
                        state,
                        it -> it.overdue(state, clock.instant()));
                TimeGauge.builder("peering.connections.oldest.age", age(state), TimeUnit.SECONDS)
                        .description("How long the one that is longest in this state is in it; 0 where none is")
                        .tag("state", state.name())
                        .register(meters);
            }
        }
    }

    /// What measures how stores are restored.
    public StateRestoreListener restores() {
        return restores;
    }

    /// A count of heads for a partition that this instance takes over.
    public Headcount begin() {
        var headcount = new Headcount();
        headcounts.add(headcount);
        return headcount;
    }

    /// The partition is another's now.
    public void end(Headcount headcount) {
        headcounts.remove(headcount);
    }

    /// Connections stand elsewhere now.
    ///
    /// @param before null: the peering came to be
    public void moved(@Nullable PeeringSnapshot before, List<StateChange> changes) {
        if (before != null) {
            stays.ended(before, changes, clock.instant());
        }
    }

    /// A fact has been decided.
    ///
    /// @param loggedAtMs when it came into the log
    public void decided(long loggedAtMs) {
        decisions.record(Math.max(0, clock.millis() - loggedAtMs), TimeUnit.MILLISECONDS);
    }

    /// @param fact the record's name, e.g. WiringCompleted
    public void accepted(String fact, TransitionOutcome outcome) {
        count(new Counted("peering.transitions", fact, outcome));
    }

    /// @param fact the record's name, e.g. WiringCompleted
    public void refused(String fact, RefusalCode code) {
        count(new Counted("peering.refusals", fact, code));
    }

    private void count(Counted what) {
        counters.computeIfAbsent(what, this::counter).increment();
    }

    private Counter counter(Counted it) {
        var tag = it.outcome() instanceof RefusalCode ? "code" : "outcome";
        return meters.counter(
                it.meter(), Tags.of("fact", it.fact(), tag, it.outcome().name()));
    }

    private void gauge(String name, String description, Enum<?> state, ToLongFunction<Headcount> count) {
        Gauge.builder(name, () -> headcounts.stream().mapToLong(count).sum())
                .description(description)
                .tag("state", state.name())
                .register(meters);
    }

    private Supplier<Number> age(ConnectionState state) {
        return () -> headcounts.stream()
                .flatMap(each -> each.oldest(state))
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }

    private static boolean hasDeadline(ConnectionState state) {
        return switch (state) {
            case PendingApproval,
                    ProvisioningStarted,
                    ProvisioningCompleted,
                    Validating,
                    ProvisioningFailed,
                    PendingRemove -> true;
            case Active, Removed, Rejected, Unknown -> false;
        };
    }
}
