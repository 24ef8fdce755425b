package io.directpeering.request.topology.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;
import io.directpeering.request.topology.TestDrift;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// With 15 s of grace and 15 s to settle.
class EpisodesTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Set<DriftKind> DOWN = Set.of(DriftKind.SessionDown);
    private static final Set<DriftKind> WELL = Set.of();

    @Test
    void flapPassesWithoutAnAlarm() {
        // Given
        var down = after(List.of(), DOWN, 0);
        var up = after(down.now(), WELL, 3);

        // When
        var later = after(up.now(), WELL, 20);

        // Then
        assertThat(List.of(down, up, later)).allMatch(it -> it.changes().isEmpty());
        assertThat(later.now()).isEmpty();
    }

    @Test
    void whatLastsLongerThanTheGraceIsRaisedOnce() {
        // Given
        var down = after(List.of(), DOWN, 0);
        var early = after(down.now(), DOWN, 14);

        // When
        var raised = after(early.now(), DOWN, 15);
        var again = after(raised.now(), DOWN, 600);

        // Then
        assertThat(early.changes()).isEmpty();
        assertThat(statuses(raised)).containsExactly(DriftStatus.Raised);
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void whatIsGoneForTheSettlingTimeIsClearedOnce() {
        // Given
        var raised = raised();
        var up = after(raised.now(), WELL, 100);

        // When
        var cleared = after(up.now(), WELL, 115);
        var again = after(cleared.now(), WELL, 200);

        // Then
        assertThat(up.changes()).isEmpty();
        assertThat(statuses(cleared)).containsExactly(DriftStatus.Cleared);
        assertThat(cleared.now()).isEmpty();
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void sessionThatFlapsOnAndOnIsAlarmedAboutOnceAndStaysSo() {
        // Given
        var state = after(List.of(), DOWN, 0);
        var statuses = new java.util.ArrayList<DriftStatus>();

        // When
        for (int second = 5; second < 120; second += 5) {
            state = after(state.now(), second % 10 == 5 ? WELL : DOWN, second);
            statuses.addAll(statuses(state));
        }

        // Then
        assertThat(statuses).containsExactly(DriftStatus.Raised);
    }

    @Test
    void alarmIsClearedAtOnceWhenItIsNoneAnyMore() {
        // Given
        var raised = raised();

        // When
        var removed =
                Episodes.after(raised.now(), DOWN, false, _ -> START, START.plusSeconds(30), TestDrift.byDefault());

        // Then
        assertThat(statuses(removed)).containsExactly(DriftStatus.Cleared);
        assertThat(removed.now()).isEmpty();
    }

    @Test
    void tellsWhenToLookAgain() {
        // Given
        var settings = TestDrift.byDefault();

        // When
        var down = after(List.of(), DOWN, 0);
        var raised = raised();
        var up = after(raised.now(), WELL, 100);

        // Then
        assertThat(down.due(settings)).contains(START.plusSeconds(15));
        assertThat(raised.due(settings)).isEmpty();
        assertThat(up.due(settings)).contains(START.plusSeconds(115));
    }

    private static Episodes raised() {
        return after(after(List.of(), DOWN, 0).now(), DOWN, 15);
    }

    private static Episodes after(List<Episode> before, Set<DriftKind> drifting, int seconds) {
        var now = START.plus(Duration.ofSeconds(seconds));
        return Episodes.after(before, drifting, true, _ -> now, now, TestDrift.byDefault());
    }

    private static List<DriftStatus> statuses(Episodes it) {
        return it.changes().stream().map(Episodes.Change::status).toList();
    }
}
