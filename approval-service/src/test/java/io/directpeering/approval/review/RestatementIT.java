package io.directpeering.approval.review;

import java.util.Map;
import jakarta.inject.Inject;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.schemas.EventIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.fixture.PeeringCase.metadata;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/// What is committed is stated, whatever happens to who committed it.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class RestatementIT {

    private static final Operator ALICE = new Operator("alice");

    @Inject
    ReviewDesk desk;

    @Test
    void decisionThatWasCommittedButNotSentIsStatedUntilItsOutcomeIsSeen() {
        try (var judge = new Judge(Backends.shared());
                var facts = new FactsSeen(Backends.shared())) {
            // Given
            var peering = PeeringCase.fresh();
            judge.says(peering.requested());
            ALICE.awaitsReview(peering);

            // When: the row is committed, and the process dies before it sends
            desk.approve(peering.peeringId(), "alice", "fits", Map.of());
            Awaitility.await()
                    .atMost(ofSeconds(40))
                    .until(() -> facts.of(peering.peeringId()).size() >= 2);

            // Then
            var stated = facts.of(peering.peeringId());
            assertThat(stated.get(1)).isEqualTo(stated.getFirst());
            assertThat(metadata(stated.getFirst()).getEventId())
                    .isEqualTo(EventIds.answering(peering.peeringId(), null, 1, "Approved"));
            judge.says(peering.accepted(2, stated.getFirst(), ConnectionState.ProvisioningStarted));
            assertThat(ALICE.awaitsSequence(peering, 2).getString("decision.decidedBy"))
                    .isEqualTo("alice");
            assertThat(ALICE.approves(peering, Map.of()).statusCode()).isEqualTo(200);
        }
    }
}
