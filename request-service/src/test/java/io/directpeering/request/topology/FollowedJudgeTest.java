package io.directpeering.request.topology;

import java.util.List;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

import static io.directpeering.schemas.Topics.PEERING_REFUSALS;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;

/// A trace stands beside a fact, and is no part of what is decided.
class FollowedJudgeTest {

    @Test
    void whateverTraceAFactNamesTheDecisionIsTheSame() {
        // Given
        var facts = Facts.ofNewPeering();
        var stated = List.of(facts.requested(), facts.approved(), facts.approved());
        try (var plain = new JudgeDriver();
                var followed = new JudgeDriver();
                var misled = new JudgeDriver()) {
            // When
            stated.forEach(plain::state);
            stated.forEach(fact -> followed.stateIn("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", fact));
            stated.forEach(fact -> misled.stateIn("no trace at all", fact));

            // Then
            var transitions = values(plain.out(PEERING_TRANSITIONS));
            var refusals = values(plain.out(PEERING_REFUSALS));
            assertThat(transitions).hasSize(2);
            assertThat(refusals).hasSize(1);
            assertThat(values(followed.out(PEERING_TRANSITIONS))).isEqualTo(transitions);
            assertThat(values(followed.out(PEERING_REFUSALS))).isEqualTo(refusals);
            assertThat(values(misled.out(PEERING_TRANSITIONS))).isEqualTo(transitions);
            assertThat(values(misled.out(PEERING_REFUSALS))).isEqualTo(refusals);
            assertThat(followed.peering(facts.peeringId())).isEqualTo(plain.peering(facts.peeringId()));
        }
    }

    private static <T> List<T> values(List<TestRecord<String, T>> records) {
        return records.stream().map(TestRecord::value).toList();
    }
}
