package io.directpeering.request.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.events.FactRefused;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.topology.Facts;
import io.directpeering.request.topology.TestDeadlines;
import io.directpeering.request.topology.TestSettings;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// On a real broker: what falls due while nobody judges is stated after the restart, and a restart after that says
/// nothing twice.
@ExtendWith(BackendsExtension.class)
class DeadlineIT {

    private static final Duration REVIEW = Duration.ofSeconds(2);
    private static final Duration OFTEN = Duration.ofMillis(200);

    private final Facts facts = Facts.ofNewPeering();

    @TempDir
    private Path stateDir;

    @Test
    void dueBeforeTheRestartIsStatedOnceAfterIt(Backends backends) {
        // Given
        var request = facts.requested();
        try (var log = new LogUnderTest(backends);
                var judge = judge(backends, Duration.ofHours(1)).whenReady()) {
            log.state(request);
            assertThat(judge.decision(facts.peeringId(), request.getMetadata().getEventId()))
                    .isEqualTo(new Decision.Accepted(1));
            await().pollDelay(REVIEW).until(() -> true);
            assertThat(overdue(log)).isEmpty();
        }

        // When
        try (var log = new LogUnderTest(backends);
                var judge = judge(backends, OFTEN).whenReady()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> overdue(log).size() == 2 && sequence(judge) == 3);
        }

        // Then
        try (var log = new LogUnderTest(backends);
                var judge = judge(backends, OFTEN).whenReady()) {
            await().pollDelay(OFTEN.multipliedBy(10)).until(() -> true);
            assertThat(overdue(log))
                    .extracting(it -> it.getMetadata().getConnectionId())
                    .containsExactlyInAnyOrder(facts.first(), facts.second());
            assertThat(sequence(judge)).isEqualTo(3);
            assertThat(read(log, Topics.PEERING_REFUSALS)).noneMatch(FactRefused.class::isInstance);
            assertThat(judge.decision(
                            facts.peeringId(),
                            overdue(log).getFirst().getMetadata().getEventId()))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    private JudgeUnderTest judge(Backends backends, Duration checkInterval) {
        return new JudgeUnderTest(
                TestSettings.of("deadline-it", stateDir),
                TestDeadlines.byDefault().review(REVIEW).checkEvery(checkInterval),
                backends.bootstrapServers(),
                backends.registryUrl());
    }

    private long sequence(JudgeUnderTest judge) {
        return judge.peerings.find(facts.peeringId()) instanceof Lookup.Found(var known)
                ? known.snapshot().getSequence()
                : 0;
    }

    private List<StageOverdue> overdue(LogUnderTest log) {
        return read(log, Topics.PEERING_EVENTS).stream()
                .filter(StageOverdue.class::isInstance)
                .map(StageOverdue.class::cast)
                .toList();
    }

    /// What the topic holds of this peering.
    private List<SpecificRecord> read(LogUnderTest log, Topic topic) {
        return log.read(topic).stream()
                .filter(it -> facts.peeringId().toString().equals(it.key()))
                .map(it -> log.record(topic, it.value()))
                .toList();
    }
}
