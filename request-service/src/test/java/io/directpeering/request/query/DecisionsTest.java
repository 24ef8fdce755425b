package io.directpeering.request.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.TestDrift;
import io.directpeering.request.topology.TestSettings;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.index.Holdings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Waiting, while the stores cannot be asked.
class DecisionsTest {

    private static final UUID PEERING = UUID.randomUUID();
    private static final UUID EVENT = UUID.randomUUID();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Decisions decisions = decisions(10);

    @Test
    void everyoneWhoWaitsForAFactIsTold() {
        // Given
        var first = decisions.await(PEERING, EVENT, LONG);
        var second = decisions.await(PEERING, EVENT, LONG);

        // When
        decisions.decided(
                PEERING,
                EVENT,
                new Verdict.Refused(3, io.directpeering.request.lifecycle.RefusalCode.Late, "too late"));

        // Then
        var expected = new Decision.Refused(3, RefusalCode.Late, "too late");
        assertThat(first.join()).isEqualTo(expected);
        assertThat(second.join()).isEqualTo(expected);
    }

    @Test
    void whoWaitsInVainIsToldSo() {
        // Given
        var timeout = Duration.ofMillis(20);

        // When
        var decision = decisions.await(PEERING, EVENT, timeout).join();

        // Then
        assertThat(decision).isEqualTo(new Decision.Undecided());
    }

    @Test
    void callerWhoseTimeIsUpLeavesTheOthersWaiting() {
        // Given
        var patient = decisions.await(PEERING, EVENT, LONG);

        // When
        decisions.await(PEERING, EVENT, Duration.ofMillis(1)).join();

        // Then
        assertThat(patient).isNotDone();
        decisions.decided(PEERING, EVENT, new Verdict.Accepted(4));
        assertThat(patient.join()).isEqualTo(new Decision.Accepted(4));
    }

    @Test
    void nobodyWaitsWhereTooManyDoAndAPlaceIsFreeAgainAfterwards() {
        // Given
        var small = decisions(1);
        var waiting = small.await(PEERING, EVENT, LONG);

        // When
        var oneTooMany = small.await(PEERING, UUID.randomUUID(), LONG);
        small.decided(PEERING, EVENT, new Verdict.Accepted(1));

        // Then
        assertThat(oneTooMany).isCompletedWithValue(new Decision.Undecided());
        assertThat(waiting.join()).isEqualTo(new Decision.Accepted(1));
        assertThat(small.await(PEERING, UUID.randomUUID(), LONG)).isNotDone();
    }

    private static Decisions decisions(int waitingCallers) {
        var all = TestSettings.of("decisions-test", Path.of("target"));
        var settings = new TestSettings(
                all.applicationId(),
                all.stateDir(),
                all.groupInstanceId(),
                all.applicationServer(),
                all.standbyReplicas(),
                all.threads(),
                all.commitInterval(),
                all.linger(),
                all.sessionTimeout(),
                waitingCallers);
        var judge = new JudgeRuntime(
                settings,
                Map.of("bootstrap.servers", "localhost:1"),
                "http://localhost:1",
                (_, _, _) -> {},
                new Deadlines(TestDeadlines.byDefault()),
                new Census(new SimpleMeterRegistry(), Clock.systemUTC()),
                TestDrift.byDefault(),
                new AlarmBoard(new SimpleMeterRegistry()),
                new Holdings(new Deadlines(TestDeadlines.byDefault())),
                Clock.systemUTC());
        return new Decisions(new Places(judge, settings), settings);
    }
}
