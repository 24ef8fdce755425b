package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.lifecycle.Said;
import io.directpeering.request.topology.history.Durations;
import io.directpeering.request.topology.history.HistorianStores;
import io.directpeering.request.topology.history.Ids;
import io.directpeering.request.topology.history.StayBucket;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredState;
import io.directpeering.schemas.Topics;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

/// What the historian tells of the past is the fold of what the judge decided by then, for random stories that pass
/// each
/// other by, read in an order that is not that of time. A failure prints its seed and the shortest stories.
class HistorianPropertyTest {

    private static final String TIME_PASSES = "(time passes)";
    private static final int INSTANTS = 100;
    private static final Duration LATE = Duration.ofHours(40);

    @Property(tries = 15, seed = "20261128")
    void tellsOfThePastWhatWasDecidedByThen(
            @ForAll("stories") @Size(min = 1, max = 12) List<List<Said>> stories,
            @ForAll("checkpoints") int fewestMovesBetween,
            @ForAll Random random) {
        var decided = decided(stories);
        var transitions = transitions(decided);
        try (var historian = new HistorianDriver(fewestMovesBetween)) {
            shuffled(decided, random)
                    .forEach(it -> historian.read(
                            it.value() instanceof FactRefused ? Topics.PEERING_REFUSALS : Topics.PEERING_TRANSITIONS,
                            it));

            assertThat(historian.dead()).isEmpty();
            for (var instant : instants(transitions, random)) {
                assertThat(historian.counts(instant)).as("at %s", instant).isEqualTo(counted(transitions, instant));
            }
            assertThat(stays(historian)).isEqualTo(staysOf(transitions));
            everyOutcomeIsInIt(historian, decided);
        }
    }

    @Provide
    Arbitrary<List<List<Said>>> stories() {
        return Said.stories(TIME_PASSES).list();
    }

    /// From one with every move to none at all.
    @Provide
    Arbitrary<Integer> checkpoints() {
        return Arbitraries.of(1, 7, 30, 100_000);
    }

    private static List<TestRecord<String, SpecificRecord>> decided(List<List<Said>> stories) {
        var decided = new ArrayList<TestRecord<String, SpecificRecord>>();
        var sequences = new HashMap<String, Long>();
        try (var judge = new JudgeDriver()) {
            var longest = stories.stream().mapToInt(List::size).max().orElse(0);
            for (int step = 0; step < longest; step++) {
                for (int number = 0; number < stories.size(); number++) {
                    if (step < stories.get(number).size()) {
                        tell(judge, number, stories.get(number).get(step), sequences);
                        judge.out(Topics.PEERING_TRANSITIONS).forEach(it -> {
                            sequences.merge(it.key(), 1L, Long::sum);
                            decided.add(it);
                        });
                        decided.addAll(judge.out(Topics.PEERING_REFUSALS));
                    }
                }
            }
        }
        return decided;
    }

    private static void tell(JudgeDriver judge, int number, Said said, Map<String, Long> sequences) {
        if (said.word().equals(TIME_PASSES)) {
            judge.advance(Duration.ofHours(said.number()));
        } else {
            var facts = new Facts(new UUID(1, number), new UUID(2, number), new UUID(3, number));
            judge.advance(Duration.ofSeconds(said.number()));
            var sequence = sequences.getOrDefault(facts.peeringId().toString(), 0L);
            judge.stateNow(SaidFact.of(facts, said, sequence, judge.now()));
        }
    }

    /// Each peering's in order, those of different ones by clocks that are apart.
    private static List<TestRecord<String, SpecificRecord>> shuffled(
            List<TestRecord<String, SpecificRecord>> decided, Random random) {
        var clocks = new HashMap<String, Long>();
        decided.forEach(it -> clocks.computeIfAbsent(it.key(), _ -> random.nextLong(LATE.toMillis())));
        return decided.stream()
                .sorted(comparingLong(it -> it.getRecordTime().toEpochMilli() + clocks.getOrDefault(it.key(), 0L)))
                .toList();
    }

    private static List<PeeringTransitioned> transitions(List<TestRecord<String, SpecificRecord>> decided) {
        return decided.stream()
                .map(TestRecord::value)
                .filter(PeeringTransitioned.class::isInstance)
                .map(PeeringTransitioned.class::cast)
                .toList();
    }

    private static List<Instant> instants(List<PeeringTransitioned> transitions, Random random) {
        var instants = new ArrayList<Instant>(List.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
        while (instants.size() < INSTANTS && !transitions.isEmpty()) {
            var near = transitions.get(random.nextInt(transitions.size()));
            instants.add(near.getMetadata().getOccurredAt().plusMillis(random.nextInt(-2, 3)));
        }
        return instants;
    }

    private static Map<UUID, PeeringSnapshot> fold(List<PeeringTransitioned> transitions, Instant instant) {
        var standing = new HashMap<UUID, PeeringSnapshot>();
        transitions.stream()
                .filter(it -> !it.getMetadata().getOccurredAt().isAfter(instant))
                .forEach(it -> standing.put(it.getMetadata().getPeeringId(), it.getSnapshot()));
        return standing;
    }

    private static Map<StoredCell, Long> counted(List<PeeringTransitioned> transitions, Instant instant) {
        var counts = new HashMap<StoredCell, Long>();
        fold(transitions, instant).values().forEach(it -> counts.merge(Seen.cell(it), 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> stays(HistorianDriver historian) {
        var counts = new HashMap<String, Long>();
        try (var all = historian.<StayBucket, Long>store(HistorianStores.STAYS).all()) {
            all.forEachRemaining(each -> {
                var whose = each.key.network() == StayBucket.ALL ? "all" : "AS" + each.key.network();
                counts.merge(whose + " " + each.key.state() + " " + each.key.bucket(), each.value, Long::sum);
            });
        }
        return counts;
    }

    private static Map<String, Long> staysOf(List<PeeringTransitioned> transitions) {
        var counts = new HashMap<String, Long>();
        var entered = new HashMap<UUID, Instant>();
        for (var it : transitions) {
            var at = it.getMetadata().getOccurredAt();
            for (var change : it.getChanges()) {
                var since = entered.put(change.getConnectionId(), at);
                if (change.getFrom() != null) {
                    var bucket = Durations.bucket(Duration.between(since, at).toMillis());
                    var stay = StoredState.valueOf(change.getFrom().name()) + " " + bucket;
                    counts.merge("all " + stay, 1L, Long::sum);
                    counts.merge("AS64500 " + stay, 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static void everyOutcomeIsInIt(
            HistorianDriver historian, List<TestRecord<String, SpecificRecord>> decided) {
        var told = new HashMap<String, List<UUID>>();
        decided.forEach(
                it -> told.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(Seen.cause(it.value())));
        told.forEach((key, causes) -> {
            var history = historian.history(UUID.fromString(key));
            assertThat(history)
                    .extracting(it -> Ids.read(it.value.getCause().getEventId()))
                    .containsExactlyElementsOf(causes);
            assertThat(history).extracting(it -> it.value).isSortedAccordingTo(comparing(StoredEntry::getAt));
        });
    }
}
