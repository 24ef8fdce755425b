package io.directpeering.request.topology.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.deadline.Deadlines;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// What the index tells is what going through all peerings tells, however they came into it.
class IndexPropertyTest {

    private static final Deadlines DEADLINES = new Deadlines(TestDeadlines.byDefault());

    private final Map<UUID, PeeringSnapshot> present = new HashMap<>();
    private Holding index = new Holding(0, DEADLINES);

    @Property(tries = 300)
    void tellsWhatAScanTells(@ForAll long seed) {
        // Given
        var chance = new SplittableRandom(seed);
        present.clear();
        index = new Holding(0, DEADLINES);
        fill(chance);

        for (int question = 0; question < 12; question++) {
            var criteria = criteria(chance);
            var now = Peerings.NOW.plus(Duration.ofMinutes(chance.nextInt(-30, 4_000)));
            var by = facets(chance);
            var atMost = chance.nextInt(1, 8);

            // When
            var listed = pages(criteria, atMost, now);
            var counted = index.count(criteria, by, 100_000, now).orElseThrow();

            // Then
            var meant = present.values().stream()
                    .filter(each -> criteria.meet(each, DEADLINES.byConnection(each), now))
                    .toList();
            assertThat(listed)
                    .as("%s at %s", criteria, now)
                    .containsExactlyElementsOf(meant.stream()
                            .map(each -> new Position(each.getRequestedAt(), each.getPeeringId()))
                            .sorted()
                            .toList());
            assertThat(counted).as("%s by %s at %s", criteria, by, now).isEqualTo(scan(meant, criteria, by, now));
        }
    }

    /// Some stood before; some of those move before they are read in, some after, and others come.
    private void fill(RandomGenerator chance) {
        var store = new SortedStore();
        var before = chance.nextInt(60);
        for (int number = 0; number < before; number++) {
            var peering = Peerings.any(number, 1 + chance.nextInt(3), chance);
            store.put(peering);
            present.put(peering.getPeeringId(), peering);
        }
        move(chance, before + 5);
        index.fill(store);
        move(chance, before + 20);
        // Said late, it changes nothing.
        present.values()
                .forEach(each -> index.moved(PeeringSnapshot.newBuilder(each)
                        .setSequence(0)
                        .setState(PeeringState.Unknown)
                        .build()));
    }

    private void move(RandomGenerator chance, int among) {
        for (int times = chance.nextInt(60); times > 0; times--) {
            var next = Peerings.any(chance.nextInt(among), 1, chance);
            var known = present.get(next.getPeeringId());
            if (known != null) {
                next = PeeringSnapshot.newBuilder(next)
                        .setSequence(known.getSequence() + 1)
                        .build();
            }
            present.put(next.getPeeringId(), next);
            index.moved(next);
        }
    }

    private List<Position> pages(Criteria criteria, int atMost, Instant now) {
        var all = new ArrayList<Position>();
        @Nullable Position last = null;
        while (true) {
            var page = index.list(criteria, last, atMost, now);
            assertThat(page.size()).isLessThanOrEqualTo(atMost);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            last = page.getLast();
        }
    }

    private static Criteria criteria(RandomGenerator chance) {
        return new Criteria(
                maybe(
                        chance,
                        4,
                        List.of(java.util.Set.of(64500L, 64501L), java.util.Set.of(1L), java.util.Set.<Long>of())),
                maybe(chance, 4, Peerings.ASNS),
                maybe(chance, 4, List.of(PeeringState.values())),
                maybe(chance, 3, Peerings.LOCATIONS),
                maybe(chance, 3, List.of(true, false)),
                maybe(chance, 3, List.of(ConnectionState.values())),
                maybe(chance, 3, Peerings.FACILITIES),
                maybe(chance, 2, List.of(true, false)));
    }

    private static <T> @Nullable T maybe(RandomGenerator chance, int oneIn, List<T> values) {
        return chance.nextInt(oneIn) == 0 ? values.get(chance.nextInt(values.size())) : null;
    }

    private static List<Facet> facets(RandomGenerator chance) {
        return List.of(Facet.values()).stream()
                .filter(_ -> chance.nextInt(3) == 0)
                .toList();
    }

    private static Map<List<Object>, Tally> scan(
            Collection<PeeringSnapshot> meant, Criteria criteria, List<Facet> by, Instant now) {
        var groups = new HashMap<List<Object>, Tally>();
        for (var peering : meant) {
            var counted = new LinkedHashSet<List<Object>>();
            for (var connection : peering.getConnections()) {
                var one = PeeringSnapshot.newBuilder(peering)
                        .setConnections(List.of(connection))
                        .build();
                var ofConnections = by.stream().anyMatch(Facet::isOfConnections);
                // Not being overdue is asked of the peering as a whole, which meets the criteria.
                var passes = criteria.meet(one, DEADLINES.byConnection(one), now);
                if (passes || !ofConnections) {
                    var group = by.stream()
                            .map(facet -> value(facet, peering, connection))
                            .toList();
                    groups.merge(group, new Tally(counted.add(group) ? 1 : 0, passes ? 1 : 0), Tally::plus);
                }
            }
        }
        return groups;
    }

    private static Object value(Facet facet, PeeringSnapshot peering, ConnectionSnapshot connection) {
        return switch (facet) {
            case state -> peering.getState();
            case redundant -> peering.getRedundant();
            case peerAsn -> peering.getPeer().getAsn();
            case peeringLocation -> peering.getPeeringLocation();
            case connectionState -> connection.getState();
            case facility -> connection.getRequested().getPeeringDBFacilityId();
        };
    }
}
