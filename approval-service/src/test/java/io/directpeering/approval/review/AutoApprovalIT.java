package io.directpeering.approval.review;

import java.util.Map;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.Lenient;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Approved;
import io.directpeering.events.ConnectionState;
import io.directpeering.schemas.EventIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The policy approves what fails none of its rules, and leaves the rest to people. Another policy file, other
/// outcomes.
@QuarkusTest
@TestProfile(Lenient.class)
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class AutoApprovalIT {

    private static final Operator ALICE = new Operator("alice");

    private Judge judge;
    private FactsSeen facts;

    @BeforeEach
    void open() {
        judge = new Judge(Backends.shared());
        facts = new FactsSeen(Backends.shared());
    }

    @AfterEach
    void close() {
        judge.close();
        facts.close();
    }

    @Test
    void requestThatFailsNoRuleIsApprovedByThePolicy() {
        // Given
        var peering = PeeringCase.fresh().withBandwidth(20_000);

        // When
        judge.says(peering.requested());

        // Then
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        assertThat(fact.getMetadata().getActor()).isEqualTo("approval-service");
        assertThat(fact.getMetadata().getEventId())
                .isEqualTo(EventIds.answering(peering.peeringId(), null, 1, "Approved"));
        assertThat(fact.getApprovals()).isEmpty();
        assertThat(fact.getPolicyVersion()).isEqualTo("lenient-1");
        assertThat(fact.getReason()).isEqualTo("Approved by policy lenient-1.");
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));
        var review = ALICE.awaitsSequence(peering, 2);
        assertThat(review.getString("decision.decidedBy")).isEqualTo("approval-service");
        assertThat(review.getList("approvals")).isEmpty();
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void whateverFailsARuleOrIsLegacyWaitsForAPerson() {
        // Given
        var tooSlow = PeeringCase.fresh().withBandwidth(10_000);
        var freeMail = PeeringCase.fresh().withBandwidth(20_000).writingFrom("noc@gmail.com");
        var legacy = PeeringCase.fresh().withBandwidth(20_000).legacy();

        // When
        judge.says(tooSlow.requested());
        judge.says(freeMail.requested());
        judge.says(legacy.requested());

        // Then
        assertThat(ALICE.awaitsReview(tooSlow).getString("outcomes.find { it.ruleId == 'bandwidth' }.outcome"))
                .isEqualTo("Failed");
        assertThat(ALICE.awaitsReview(freeMail).getString("status")).isEqualTo("Open");
        assertThat(ALICE.awaitsReview(legacy).getString("origin")).isEqualTo("Legacy");
        // The row of an approval is written in the transaction that opens the review: there is none to come.
        assertThat(StatementsOf.count(tooSlow.peeringId())).isZero();
        assertThat(StatementsOf.count(freeMail.peeringId())).isZero();
        assertThat(StatementsOf.count(legacy.peeringId())).isZero();
    }

    @Test
    void whatTakesTwoPeopleIsNotThePolicys() {
        // Given
        var peering = PeeringCase.fresh().withBandwidth(100_000);

        // When
        judge.says(peering.requested());
        var review = ALICE.awaitsReview(peering);

        // Then
        assertThat(review.getInt("approvalsNeeded")).isEqualTo(2);
        assertThat(StatementsOf.count(peering.peeringId())).isZero();
    }

    @Test
    void personMayApproveWhatThePolicyLeft() {
        // Given
        var peering = PeeringCase.fresh().withBandwidth(20_000).writingFrom("noc@gmail.com");
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        ALICE.approvesAsync(peering, Map.of("overrides", Map.of("corporate-email", "known to us")));

        // Then
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        assertThat(fact.getMetadata().getActor()).isEqualTo("alice");
        assertThat(fact.getApprovals()).singleElement().extracting("approver").isEqualTo("alice");
    }
}
