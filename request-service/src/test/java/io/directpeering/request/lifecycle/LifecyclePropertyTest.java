package io.directpeering.request.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds after any sequence of facts, sensible or not.
class LifecyclePropertyTest {

    private static final Set<String> EDGES = Set.of(
            "PendingApproval>ProvisioningStarted",
            "PendingApproval>Active",
            "PendingApproval>Rejected",
            "PendingApproval>Removed",
            "ProvisioningStarted>ProvisioningCompleted",
            "ProvisioningStarted>ProvisioningFailed",
            "ProvisioningCompleted>Validating",
            "ProvisioningCompleted>ProvisioningFailed",
            "Validating>Active",
            "Validating>ProvisioningFailed",
            "Active>PendingRemove",
            "ProvisioningFailed>ProvisioningStarted",
            "ProvisioningFailed>PendingRemove",
            "PendingRemove>Removed");

    private static final Set<String> SEEN = new HashSet<>();

    record Said(
            String word,
            @Nullable UUID connectionId,
            @Nullable Long answers,
            int number) {}

    @Property(tries = 10_000, seed = "20261101")
    void holds(@ForAll("facts") List<Said> said) {
        @Nullable Peering peering = null;
        Map<UUID, Verdict> absorbed = new HashMap<>();
        long sequence = 0;
        for (var each : said) {
            var fact = Objects.requireNonNull(Given.FACTS.get(each.word()))
                    .apply(new Metadata(
                            new UUID(9, each.number()),
                            Given.PEERING,
                            each.connectionId(),
                            Given.NOW.plusSeconds(each.number()),
                            "somebody",
                            each.answers(),
                            null));
            var before = peering;
            var earlier = absorbed.get(fact.metadata().eventId());
            switch (Lifecycle.step(new Past(before, earlier), fact)) {
                case Outcome.Advanced(var after, var changes) -> {
                    changes.stream().filter(it -> it.from() != null).forEach(LifecyclePropertyTest::isAnEdge);
                    absorbed.put(fact.metadata().eventId(), new Verdict.Accepted(after.sequence()));
                    peering = after;
                }
                case Outcome.Recorded(var after) -> {
                    assertThat(states(after)).isEqualTo(states(before));
                    absorbed.put(fact.metadata().eventId(), new Verdict.Accepted(after.sequence()));
                    peering = after;
                }
                case Outcome.Refused refused -> absorbed.put(fact.metadata().eventId(), refused.verdict());
                case Outcome.Repeated(var verdict) -> assertThat(verdict).isEqualTo(earlier);
            }
            if (peering != null && !peering.equals(before)) {
                assertThat(peering.sequence()).isEqualTo(++sequence);
                assertThat(before == null || !peering.updatedAt().isBefore(before.updatedAt()))
                        .isTrue();
                peering.connections().forEach(LifecyclePropertyTest::isSafe);
            }
        }
    }

    /// Not vacuous: the sequences together take every edge.
    @AfterContainer
    static void everyEdgeWasTaken() {
        assertThat(SEEN).isEqualTo(EDGES);
    }

    private static void isAnEdge(Outcome.Change change) {
        var edge =
                Objects.requireNonNull(change.from()).word() + ">" + change.to().word();
        assertThat(EDGES).contains(edge);
        SEEN.add(edge);
    }

    private static void isSafe(Connection connection) {
        assertThat(connection.routePolicy() == RoutePolicy.Allow
                        && !(connection.state() instanceof ConnectionState.Active))
                .isFalse();
    }

    private static List<ConnectionState> states(@Nullable Peering peering) {
        return Objects.requireNonNull(peering).connections().stream()
                .map(Connection::state)
                .toList();
    }

    /// Mostly what could come next in a life, sometimes anything; some about one connection, some late, some said
    /// twice (under one number).
    @Provide
    Arbitrary<List<Said>> facts() {
        var lived = List.of(
                "Approved",
                "LoaIssued",
                "WiringCompleted",
                "BgpSessionProvisioned",
                "BgpValidated",
                "TrafficOpened",
                "DeprovisionRequested",
                "Deprovisioned");
        var word = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(lived)),
                Tuple.of(
                        2, Arbitraries.of(Given.FACTS.keySet().stream().sorted().toList())));
        var connection = Arbitraries.of(Given.FIRST, Given.SECOND).injectNull(0.6);
        var answers = Arbitraries.longs().between(1, 20).injectNull(0.8);
        var number = Arbitraries.integers().between(1, 60);
        var opening = Combinators.combine(Arbitraries.of("PeeringRequested", "LegacyConversionRequested"), number)
                .as((it, id) -> new Said(it, null, null, id));
        var later = Combinators.combine(word, connection, answers, number).as(Said::new);
        return Combinators.combine(opening, later.list().ofMinSize(1).ofMaxSize(40))
                .as((first, rest) -> {
                    var all = new ArrayList<Said>();
                    all.add(first);
                    all.addAll(rest);
                    return all;
                });
    }
}
