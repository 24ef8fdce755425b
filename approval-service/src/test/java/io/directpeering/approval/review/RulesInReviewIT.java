package io.directpeering.approval.review;

import java.util.List;
import java.util.Map;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Approved;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Rejected;
import io.directpeering.events.RuleOutcome;
import io.directpeering.events.RuleResult;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.review.Operator.await;
import static org.assertj.core.api.Assertions.assertThat;

/// What the rules' outcomes allow, and what a decision says of them.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class RulesInReviewIT {

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
    void failedHardRuleForbidsApproval() {
        // Given
        var peering = PeeringCase.fresh().withBandwidth(1_000);
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var plain = ALICE.approves(peering, Map.of());
        var overriding = ALICE.approves(peering, Map.of("overrides", Map.of("bandwidth", "they promised")));

        // Then
        assertThat(plain.statusCode()).isEqualTo(409);
        assertThat(plain.jsonPath().getString("code")).isEqualTo("HardRulesFailed");
        assertThat(plain.jsonPath().getList("rules.ruleId")).containsExactly("bandwidth");
        assertThat(overriding.statusCode()).isEqualTo(400);
        assertThat(overriding.jsonPath().getString("errors[0].field")).isEqualTo("overrides.bandwidth");
        assertThat(facts.of(peering.peeringId())).isEmpty();
    }

    @Test
    void failedSoftRuleIsOverriddenWithReasonAndMarked() {
        // Given
        var peering = PeeringCase.fresh().onOneConnection();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var plain = ALICE.approves(peering, Map.of());
        var answer = ALICE.approvesAsync(
                peering, Map.of("overrides", Map.of("redundancy", "the second one follows in spring")));
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(plain.statusCode()).isEqualTo(409);
        assertThat(plain.jsonPath().getString("code")).isEqualTo("OverridesNeeded");
        assertThat(fact.getOutcomes())
                .filteredOn(outcome -> outcome.getOutcome() == RuleResult.Overridden)
                .singleElement()
                .extracting(RuleOutcome::getRuleId, RuleOutcome::getOverrideReason)
                .containsExactly("redundancy", "the second one follows in spring");
        assertThat(await(answer).jsonPath().getString("outcomes.find { it.ruleId == 'redundancy' }.outcome"))
                .isEqualTo("Overridden");
    }

    @Test
    void rejectionCarriesItsReason() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var answer = ALICE.rejectsAsync(peering, "no capacity in Frankfurt");
        var fact = (Rejected) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.Rejected));

        // Then
        assertThat(fact.getReason()).isEqualTo("no capacity in Frankfurt");
        assertThat(await(answer).jsonPath().getString("decision.outcome")).isEqualTo("Rejected");
    }

    @Test
    void rejectionMayNameTheRulesItIsAbout() {
        // Given
        var peering = PeeringCase.fresh().writingFrom("noc@gmail.com");
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var unknown = ALICE.posts(peering, "reject", Map.of("reason", "no", "ruleIds", List.of("irr", "vibes")));
        ALICE.rejectsAsync(peering, "write from your own domain", List.of("corporate-email"));

        // Then
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.jsonPath().getString("errors[0].field")).isEqualTo("ruleIds[1]");
        var fact = (Rejected) facts.await(peering.peeringId(), 1);
        assertThat(fact.getReason()).isEqualTo("write from your own domain (rules: corporate-email)");
    }
}
