package io.directpeering.request.query.past;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.ConnectionState;
import io.directpeering.request.query.CountBy;
import io.directpeering.request.query.Counted;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Question;
import io.directpeering.request.query.Share;
import io.directpeering.request.topology.history.CellFilter;
import io.directpeering.request.topology.history.Cube;
import io.directpeering.request.topology.history.Durations;
import io.directpeering.request.topology.history.HistorianStores;
import io.directpeering.request.topology.history.StayFilter;
import io.directpeering.request.topology.history.Stays;
import io.directpeering.request.topology.stored.StoredState;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/// This instance's share of what is counted over all peerings.
@ApplicationScoped
public class PastCounts {

    private final Archive archive;
    private final Reach reach;

    PastCounts(Archive archive, Reach reach) {
        this.archive = archive;
        this.reach = reach;
    }

    /// How many peerings stood where at an instant.
    ///
    /// @param filter     what it says of overdue is not known of the past, and passes
    /// @param networks   those that may be seen; null: all
    /// @param mostGroups that are told
    /// @return empty: nothing can be told now
    public Optional<Share<Counted>> counts(
            Question question,
            Instant instant,
            Filter filter,
            @Nullable Set<Long> networks,
            List<CountBy> by,
            int mostGroups) {
        var tallies = new Tallies(cells(filter, networks), by);
        return share(
                        question,
                        here -> Cube.at(
                                        instant,
                                        here.store(HistorianStores.CHECKPOINTS),
                                        here.store(HistorianStores.MOVES))
                                .forEach(tallies::add))
                .map(told -> {
                    var counts = tallies.counts();
                    return told.with(
                            counts.size() > mostGroups ? new Counted(List.of(), true) : new Counted(counts, false));
                });
    }

    /// How long connections stayed in each state.
    ///
    /// @param networks whose; null: of all
    /// @param since    the first day, by UTC, on which they left it; null: any
    /// @param until    the first day that is too late; null: none
    /// @return empty: nothing can be told now
    public Optional<Share<StaysPart>> stays(
            Question question,
            @Nullable Set<Long> networks,
            @Nullable String peeringLocation,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        var filter = new StayFilter(networks, peeringLocation, since, until);
        var counts = new EnumMap<ConnectionState, Map<Integer, Long>>(ConnectionState.class);
        return share(
                        question,
                        here -> Stays.of(here.store(HistorianStores.STAYS), filter)
                                .forEach((state, durations) ->
                                        add(counts, ConnectionState.valueOf(state.name()), durations)))
                .map(told -> told.with(new StaysPart(counts)));
    }

    private static CellFilter cells(Filter it, @Nullable Set<Long> networks) {
        return new CellFilter(
                networks,
                it.peerAsn(),
                it.state() == null ? null : StoredState.valueOf(it.state().name()),
                it.peeringLocation(),
                it.redundant(),
                it.connectionState() == null
                        ? null
                        : StoredState.valueOf(it.connectionState().name()),
                it.facility());
    }

    private static void add(
            Map<ConnectionState, Map<Integer, Long>> counts, ConnectionState state, Durations durations) {
        var buckets = counts.computeIfAbsent(state, _ -> new TreeMap<>());
        durations.counts().forEach((bucket, times) -> buckets.merge(bucket, times, Long::sum));
    }

    /// What was read.
    private record Told(Set<Integer> partitions, Freshness freshness) {

        private <T> Share<T> with(T part) {
            return new Share<>(partitions, freshness, part);
        }
    }

    /// All that is held here, or nothing: what has been added of a partition cannot be taken back.
    private Optional<Told> share(Question question, Consumer<Shelf.Here> reader) {
        var partitions = new TreeSet<Integer>();
        var freshness = new ArrayList<Freshness>();
        try {
            for (var here : archive.here(question)) {
                var reached = reach.of(here.partition());
                if (reached.isEmpty()) {
                    return Optional.empty();
                }
                reader.accept(here);
                partitions.add(here.partition());
                freshness.add(reached.get());
            }
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
        return partitions.isEmpty() ? Optional.empty() : Optional.of(new Told(partitions, Freshness.of(freshness)));
    }
}
