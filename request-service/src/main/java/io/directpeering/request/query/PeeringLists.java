package io.directpeering.request.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.index.Criteria;
import io.directpeering.request.topology.index.Holding;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.index.Tally;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/// This instance's share of lists and counts, out of its indexes.
@Singleton
public class PeeringLists {

    private final Holdings holdings;
    private final Copies copies;
    private final Peerings peerings;
    private final Clock clock;

    public PeeringLists(Holdings holdings, Copies copies, Peerings peerings, Clock clock) {
        this.holdings = holdings;
        this.copies = copies;
        this.peerings = peerings;
        this.clock = clock;
    }

    /// An index that can be asked.
    private record Source(Holding index, Freshness freshness) {}

    /// The first peerings that pass, in the order of lists.
    ///
    /// @param networks those that may be seen; null: all
    /// @param after    they stand behind it; null: from the beginning
    /// @return empty: nothing can be told now
    public Optional<Share<List<Known>>> list(
            Question question, Filter filter, @Nullable Set<Long> networks, @Nullable ListPlace after, int atMost) {
        var found = new ArrayList<Known>();
        var sources = new ArrayList<Source>();
        for (var source : sources(question)) {
            try {
                found.addAll(list(source, filter.criteria(networks), after, atMost));
                sources.add(source);
            } catch (InvalidStateStoreException e) {
                // It is moving away; who has it next will tell.
                continue;
            }
        }
        var first = found.stream()
                .sorted(Comparator.comparing(ListPlace::of))
                .limit(atMost)
                .toList();
        return share(sources, first);
    }

    /// How many pass, by kinds.
    ///
    /// @param mostGroups that are told
    public Optional<Share<Counted>> count(
            Question question, Filter filter, @Nullable Set<Long> networks, List<CountBy> by, int mostGroups) {
        var sources = sources(question);
        var all = new ArrayList<Count>();
        for (var source : sources) {
            var facets = by.stream().map(CountBy::facet).toList();
            var counted = source.index().count(filter.criteria(networks), facets, mostGroups, clock.instant());
            if (counted.isEmpty()) {
                return share(sources, new Counted(List.of(), true));
            }
            counted.get().entrySet().stream().map(PeeringLists::count).forEach(all::add);
        }
        var sum = Count.sum(all);
        return share(sources, sum.size() > mostGroups ? new Counted(List.of(), true) : new Counted(sum, false));
    }

    private static Count count(Map.Entry<List<Object>, Tally> group) {
        return new Count(
                group.getKey().stream().map(String::valueOf).toList(),
                group.getValue().peerings(),
                group.getValue().connections());
    }

    /// What the index finds may have moved by the time it is read; what does not pass any more is left out.
    private List<Known> list(Source source, Criteria criteria, @Nullable ListPlace after, int atMost) {
        var found = new ArrayList<Known>();
        var from = after == null ? null : after.position();
        var partition = source.index().partition();
        while (found.size() < atMost) {
            var now = clock.instant();
            var next = source.index().list(criteria, from, atMost - found.size(), now);
            for (var each : next) {
                read(source, partition, each.peeringId())
                        .filter(known -> criteria.meet(known.snapshot(), known.deadlines(), now))
                        .ifPresent(found::add);
            }
            if (next.isEmpty()) {
                return found;
            }
            from = next.getLast();
        }
        return found;
    }

    private Optional<Known> read(Source source, int partition, UUID peeringId) {
        return source.freshness().standby()
                ? peerings.copied(partition, peeringId, source.freshness())
                : peerings.held(partition, peeringId, source.freshness());
    }

    private List<Source> sources(Question question) {
        return switch (question) {
            case Question.Held _ ->
                holdings.all().stream()
                        .filter(Holding::isFilled)
                        .flatMap(each -> Peerings.freshness(each).map(it -> new Source(each, it)).stream())
                        .toList();
            case Question.Copied(var partitions) ->
                partitions.stream()
                        .flatMap(each -> copies.photograph(each).stream())
                        .map(it -> new Source(it.index(), it.freshness()))
                        .toList();
        };
    }

    private static <T> Optional<Share<T>> share(List<Source> sources, T part) {
        var partitions = new TreeSet<Integer>();
        sources.forEach(each -> partitions.add(each.index().partition()));
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Share<>(
                        partitions,
                        Freshness.of(sources.stream().map(Source::freshness).toList()),
                        part));
    }
}
