package io.directpeering.request.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTest {

    private static final HostInfo HERE = new HostInfo("a", 1);
    private static final HostInfo B = new HostInfo("b", 1);
    private static final HostInfo C = new HostInfo("c", 1);
    private static final Freshness NEW = new Freshness(Instant.EPOCH.plusSeconds(10), 0, false);
    private static final Freshness OLD = new Freshness(Instant.EPOCH, 3, true);

    private final Map<HostInfo, Queue<Optional<Share<String>>>> held = new ConcurrentHashMap<>();
    private final Map<HostInfo, Set<Integer>> copies = new HashMap<>();

    @Test
    void isWholeWhenEveryPartitionIsThereOnce() {
        // Given
        tells(HERE, share("mine", 0, 3));
        tells(B, share("b's", 1));
        tells(C, share("c's", 2));

        // When
        var gathered = gather();

        // Then
        assertThat(gathered).isInstanceOfSatisfying(Gathered.Whole.class, it -> {
            assertThat((List<?>) it.parts()).map(Object::toString).containsExactlyInAnyOrder("mine", "b's", "c's");
            assertThat(it.freshness()).isEqualTo(NEW);
        });
    }

    @Test
    void asksAgainWhileAPartitionIsOnTheWay() {
        // Given
        tells(HERE, share("mine", 0), share("mine", 0, 3));
        tells(B, share("b's", 1));
        answers(C, Optional.empty(), Optional.of(share("c's", 2)));

        // When
        var gathered = gather(Duration.ofSeconds(10));

        // Then
        assertThat(gathered).isInstanceOf(Gathered.Whole.class);
    }

    @Test
    void refusesToCountAPartitionTwice() {
        // Given
        tells(HERE, share("mine", 0, 3));
        tells(B, share("b's", 1, 2));
        tells(C, share("c's", 2));

        // When
        var gathered = gather();

        // Then
        assertThat(gathered)
                .isInstanceOfSatisfying(
                        Gathered.NotReady.class, it -> assertThat(it.why()).contains("Partition 2"));
    }

    @Test
    void refusesToLeaveAPartitionOut() {
        // Given
        tells(HERE, share("mine", 0, 3));
        tells(B, share("b's", 1));
        tells(C, share("nothing any more"));

        // When
        var gathered = gather();

        // Then
        assertThat(gathered)
                .isInstanceOfSatisfying(
                        Gathered.NotReady.class, it -> assertThat(it.why()).contains("[2]"));
    }

    @Test
    void takesTheCopyOfWhoIsSilentAndSaysSo() {
        // Given
        tells(HERE, share("mine", 0, 3));
        tells(B, share("b's", 1));
        answers(C, Optional.empty());
        copies.put(B, Set.of(2));

        // When
        var gathered = gather();

        // Then
        assertThat(gathered).isInstanceOfSatisfying(Gathered.Whole.class, it -> {
            assertThat((List<?>) it.parts())
                    .map(Object::toString)
                    .containsExactlyInAnyOrder("mine", "b's", "copy of [2]");
            assertThat(it.freshness()).isEqualTo(OLD);
        });
    }

    /// The last answer is given for ever.
    @SafeVarargs
    private void tells(HostInfo host, Share<String>... answers) {
        held.put(host, new ArrayDeque<>(Arrays.stream(answers).map(Optional::of).toList()));
    }

    @SafeVarargs
    private void answers(HostInfo host, Optional<Share<String>>... answers) {
        held.put(host, new ArrayDeque<>(List.of(answers)));
    }

    private static Share<String> share(String part, Integer... partitions) {
        return new Share<>(Set.of(partitions), NEW, part);
    }

    private Gathered<String> gather() {
        return gather(Duration.ofMillis(250));
    }

    private Gathered<String> gather(Duration patience) {
        return new Gathering(new Fixed(), patience).of(new Gathering.Instances<>() {
            @Override
            public Optional<Share<String>> here(Question question) {
                return answer(HERE, question);
            }

            @Override
            public Optional<Share<String>> there(HostInfo host, Question question) {
                return answer(host, question);
            }
        });
    }

    private Optional<Share<String>> answer(HostInfo host, Question question) {
        return switch (question) {
            case Question.Held _ -> {
                var answers = Objects.requireNonNull(held.get(host));
                yield answers.size() > 1 ? answers.remove() : answers.element();
            }
            case Question.Copied(var partitions) -> Optional.of(new Share<>(partitions, OLD, "copy of " + partitions));
        };
    }

    private final class Fixed implements Placements {

        @Override
        public Optional<List<Placement>> all() {
            return Optional.of(List.of(at(0, HERE), at(1, B), at(2, C), at(3, HERE)));
        }

        private Placement at(int partition, HostInfo holder) {
            var having = copies.entrySet().stream()
                    .filter(each -> each.getValue().contains(partition))
                    .map(Map.Entry::getKey)
                    .toList();
            return new Placement(partition, holder, Set.copyOf(having));
        }

        @Override
        public boolean isHere(HostInfo host) {
            return HERE.equals(host);
        }

        @Override
        public String why() {
            return "nobody knows";
        }
    }
}
