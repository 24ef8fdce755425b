package io.directpeering.request.topology.index;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.deadline.Deadlines;

/// What the index takes and how quick it is, with a million peerings in one partition, which is more than one would
/// have. Started by hand; prints a line per question.
final class MillionPeerings {

    private static final int MANY = Integer.getInteger("peerings", 1_000_000);
    private static final int TIMES = 200;

    private MillionPeerings() {}

    public static void main(String[] arguments) throws InterruptedException {
        var chance = new SplittableRandom(1);
        var index = new Holding(0, new Deadlines(TestDeadlines.byDefault()));
        var before = usedBytes();
        var begun = System.nanoTime();
        for (int number = 0; number < MANY; number++) {
            index.moved(Peerings.any(number, 1, chance));
        }
        var put = System.nanoTime();
        index.fill(new SortedStore());
        System.out.printf(
                Locale.ROOT,
                "%d peerings: put %.2f µs each (made by chance meanwhile), brought into order in %d ms, %d bytes each%n",
                MANY,
                (put - begun) / 1e3 / MANY,
                (System.nanoTime() - put) / 1_000_000,
                (usedBytes() - before) / MANY);

        list("all", index, Criteria.NONE);
        list("one state of ten", index, new Criteria(null, null, PeeringState.Active, null, null, null, null, null));
        list("overdue", index, new Criteria(null, null, null, null, null, null, null, true));
        list(
                "overdue in Validating at one facility",
                index,
                new Criteria(null, null, null, null, null, ConnectionState.Validating, 58, true));
        list("network and place", index, new Criteria(null, 64500L, null, "Frankfurt", null, null, null, null));
        count("by state", index, Criteria.NONE, List.of(Facet.state));
        count("by state and network", index, Criteria.NONE, List.of(Facet.state, Facet.peerAsn));
        count("by connectionState and facility", index, Criteria.NONE, List.of(Facet.connectionState, Facet.facility));
        var moves = new AtomicLong(2);
        Consumer<Integer> move = number -> index.moved(Peerings.any(number, moves.getAndIncrement(), chance));
        measure("a transition", move);
        during(
                "counts by connectionState and facility",
                () -> index.count(Criteria.NONE, List.of(Facet.connectionState, Facet.facility), 1_000, Peerings.NOW),
                move);
        during(
                "lists of what is overdue in Validating at one facility",
                () -> index.list(
                        new Criteria(null, null, null, null, null, ConnectionState.Validating, 58, true),
                        null,
                        51,
                        Peerings.NOW),
                move);
    }

    /// How long the judge waits while somebody asks without a pause.
    private static void during(String what, Runnable question, Consumer<Integer> move) throws InterruptedException {
        var over = new AtomicBoolean();
        var asking = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                question.run();
            }
        });
        measure("a transition during " + what, move, Duration.ofMillis(5));
        over.set(true);
        asking.join();
    }

    private static void list(String what, Holding index, Criteria criteria) {
        measure("list of 50, " + what, _ -> index.list(criteria, null, 51, Peerings.NOW));
    }

    private static void count(String what, Holding index, Criteria criteria, List<Facet> by) {
        measure("count " + what, _ -> index.count(criteria, by, 1_000, Peerings.NOW));
    }

    private static void measure(String what, Consumer<Integer> question) {
        measure(what, question, Duration.ZERO);
    }

    private static void measure(String what, Consumer<Integer> question, Duration between) {
        for (int warm = 0; warm < TIMES / 4; warm++) {
            question.accept(warm);
        }
        var nanos = new long[TIMES];
        for (int each = 0; each < TIMES; each++) {
            var begun = System.nanoTime();
            question.accept(1_000 + each);
            nanos[each] = System.nanoTime() - begun;
            LockSupport.parkNanos(between.toNanos());
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.3f ms, p99 %.3f ms, longest %.3f ms%n",
                what,
                nanos[TIMES / 2] / 1e6,
                nanos[TIMES * 99 / 100] / 1e6,
                nanos[TIMES - 1] / 1e6);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
