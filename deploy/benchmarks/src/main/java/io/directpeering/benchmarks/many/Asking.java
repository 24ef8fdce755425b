package io.directpeering.benchmarks.many;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

import io.directpeering.benchmarks.figure.Latencies;
import io.directpeering.benchmarks.ours.Facts;
import io.directpeering.benchmarks.ours.JudgeParts;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.request.query.Count;
import io.directpeering.request.query.CountBy;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.ListPlace;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Question;
import org.jspecify.annotations.Nullable;

/// One caller that asks the judge's stores and indexes. HTTP and JSON are not in it.
final class Asking {

    private static final int PAGE = 100;
    private static final int MOST_GROUPS = 1_000;
    private static final long NANOS_A_QUESTION = 5_000_000_000L;
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private final JudgeParts judge;
    private final int peerings;
    private final SplittableRandom chance = new SplittableRandom(1);

    Asking(JudgeParts judge, int peerings) {
        this.judge = judge;
        this.peerings = peerings;
    }

    /// What lists are asked for, by words.
    static Map<String, Filter> filters() {
        var network = Facts.FIRST_ASN + 7;
        var place = Facts.LOCATIONS.getLast();
        var filters = new LinkedHashMap<String, Filter>();
        filters.put("all", Filter.ALL);
        filters.put("state", new Filter(null, PeeringState.Active, null, null, null, null, null));
        filters.put("network", new Filter(network, null, null, null, null, null, null));
        filters.put("place, not overdue", new Filter(null, null, place, null, null, false, null));
        filters.put(
                "state, place, not redundant",
                new Filter(null, PeeringState.Validating, place, null, null, null, false));
        filters.put(
                "connection's state, facility",
                new Filter(null, null, null, ConnectionState.Validating, 58, null, null));
        return filters;
    }

    /// Pages of a hundred, one after the other, from the first to wherever the time is up.
    ///
    /// @throws IllegalStateException nothing passes: that would be quick, and tell nothing
    Latencies pages(Filter filter) {
        if (page(filter, null).isEmpty()) {
            throw new IllegalStateException("Nothing passes " + filter);
        }
        walk(filter, WARM_UP_NANOS, new Latencies());
        var latencies = new Latencies();
        walk(filter, NANOS_A_QUESTION, latencies);
        return latencies;
    }

    private void walk(Filter filter, long nanos, Latencies told) {
        var end = System.nanoTime() + nanos;
        ListPlace after = null;
        for (var begun = System.nanoTime(); begun < end; ) {
            var page = page(filter, after);
            var now = System.nanoTime();
            told.add(now - begun);
            begun = now;
            after = page.size() < PAGE ? null : ListPlace.of(page.getLast());
        }
    }

    private List<Known> page(Filter filter, @Nullable ListPlace after) {
        return judge.lists()
                .list(new Question.Held(), filter, null, after, PAGE)
                .orElseThrow()
                .part();
    }

    /// How many peerings are in each state.
    ///
    /// @throws IllegalStateException not every partition can be told of
    Map<String, Long> byState() {
        return counted().orElseThrow(() -> new IllegalStateException("Some partitions are missing."));
    }

    /// The same; empty: not every partition can be told of yet.
    Optional<Map<String, Long>> counted() {
        return judge.lists()
                .count(new Question.Held(), Filter.ALL, null, List.of(CountBy.state), MOST_GROUPS)
                .filter(share -> share.partitions().size() == ManyMain.PARTITIONS)
                .map(share -> share.part().counts().stream()
                        .collect(Collectors.toMap(count -> count.values().getFirst(), Count::peerings)));
    }

    Latencies counts() {
        var latencies = new Latencies();
        for (var end = System.nanoTime() + NANOS_A_QUESTION; System.nanoTime() < end; ) {
            var begun = System.nanoTime();
            byState();
            latencies.add(System.nanoTime() - begun);
        }
        return latencies;
    }

    /// Reads by key, at random, one after the other: how many a second.
    ///
    /// @throws IllegalStateException a peering was not found
    double keysPerSecond() {
        read(WARM_UP_NANOS);
        var begun = System.nanoTime();
        var read = read(NANOS_A_QUESTION);
        return read * 1e9 / (System.nanoTime() - begun);
    }

    private long read(long nanos) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(Population.peering(chance.nextInt(peerings)));
        }
        long count = 0;
        for (var end = System.nanoTime() + nanos; System.nanoTime() < end; count++) {
            var id = ids.get((int) (count % ids.size()));
            if (!(judge.peerings().find(id) instanceof Lookup.Found(var found))
                    || !found.snapshot().getPeeringId().equals(id)) {
                throw new IllegalStateException(id + " is not found");
            }
        }
        return count;
    }
}
