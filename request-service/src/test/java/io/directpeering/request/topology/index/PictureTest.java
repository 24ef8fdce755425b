package io.directpeering.request.topology.index;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.deadline.Deadlines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever reads many peerings reads one moment of them, while the judge goes on. There are more of them than fit one
/// block.
class PictureTest {

    private static final Deadlines DEADLINES = new Deadlines(TestDeadlines.byDefault());
    private static final int MANY = 2 * Block.SIZE + 7;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SplittableRandom chance = new SplittableRandom(7);

    @Test
    void pictureStaysWhatItWas() {
        // Given
        var columns = new Columns();
        var before = peerings(1);
        set(columns, before);
        var picture = columns.picture();
        var after = peerings(2);

        // When
        set(columns, after);

        // Then
        for (int number = 0; number < MANY; number++) {
            assertShows(picture, number, before.get(number));
            assertShows(columns, number, after.get(number));
        }
    }

    @Test
    void countsWhileTheJudgeGoesOnAreOfOneMoment() throws InterruptedException {
        // Given
        var index = new Holding(0, DEADLINES);
        index.fill(new SortedStore());
        peerings(1).forEach(index::moved);
        var enough = new AtomicBoolean();
        var judge = Thread.ofPlatform().start(() -> {
            for (long sequence = 2; !enough.get(); sequence++) {
                peerings(sequence).forEach(index::moved);
            }
        });

        // When
        var moments = new HashSet<Map<List<Object>, Tally>>();
        try {
            for (var end = System.nanoTime() + PATIENCE.toNanos(); moments.size() < 20 && System.nanoTime() < end; ) {
                moments.add(index.count(Criteria.NONE, List.of(Facet.state), 100, Peerings.NOW)
                        .orElseThrow());
            }
        } finally {
            enough.set(true);
            judge.join();
        }

        // Then
        assertThat(moments)
                .hasSize(20)
                .allSatisfy(groups -> assertThat(groups.values().stream()
                                .mapToLong(Tally::peerings)
                                .sum())
                        .isEqualTo(MANY));
    }

    private List<PeeringSnapshot> peerings(long sequence) {
        return IntStream.range(0, MANY)
                .mapToObj(number -> Peerings.any(number, sequence, chance))
                .toList();
    }

    private static void set(Columns columns, List<PeeringSnapshot> all) {
        for (int number = 0; number < all.size(); number++) {
            var its = new long[all.get(number).getConnections().size()];
            Arrays.fill(its, Columns.NEVER);
            columns.set(number, all.get(number), its);
        }
    }

    private static void assertShows(Columns columns, int number, PeeringSnapshot it) {
        assertThat(columns.sequence(number)).isEqualTo(it.getSequence());
        assertThat(columns.state(number)).isEqualTo(it.getState());
        assertThat(columns.redundant(number)).isEqualTo(it.getRedundant());
        assertThat(columns.peerAsn(number)).isEqualTo(it.getPeer().getAsn());
        assertThat(IntStream.range(0, columns.connections(number))
                        .mapToObj(each -> columns.connectionState(number, each))
                        .toList())
                .isEqualTo(it.getConnections().stream()
                        .map(connection -> connection.getState())
                        .toList());
    }
}
