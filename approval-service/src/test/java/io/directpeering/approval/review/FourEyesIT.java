package io.directpeering.approval.review;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.approval.fixture.Strict;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Approval;
import io.directpeering.events.Approved;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.RuleOutcome;
import io.directpeering.events.RuleResult;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.review.Operator.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Two people have to agree, and neither is the one who asks.
@QuarkusTest
@TestProfile(Strict.class)
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class FourEyesIT {

    private static final Operator ALICE = new Operator("alice");
    private static final Operator BOB = new Operator("bob");

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
    void firstIsShownAndSecondStatesTheFactThatNamesBoth() {
        // Given
        var peering = asked(PeeringCase.fresh());

        // When
        var first = ALICE.approves(peering, Map.of("reason", "fits"));
        var statedByTheFirst = StatementsOf.count(peering.peeringId());
        var second = BOB.approvesAsync(peering, Map.of("reason", "agreed"));
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getString("status")).isEqualTo("Open");
        assertThat(first.jsonPath().getInt("approvalsNeeded")).isEqualTo(2);
        assertThat(first.jsonPath().getList("approvals.approver")).containsExactly("alice");
        assertThat(first.jsonPath().getString("approvals[0].reason")).isEqualTo("fits");
        assertThat(statedByTheFirst).isZero();
        assertThat(await(second).jsonPath().getString("status")).isEqualTo("Approved");
        assertThat(fact.getMetadata().getActor()).isEqualTo("bob");
        assertThat(fact.getApprovals())
                .extracting(Approval::getApprover, Approval::getReason)
                .containsExactly(tuple("alice", "fits"), tuple("bob", "agreed"));
        assertThat(fact.getApprovals())
                .allSatisfy(approval -> assertThat(approval.getApprovedAt())
                        .isBetween(
                                fact.getMetadata().getOccurredAt().minusSeconds(30),
                                fact.getMetadata().getOccurredAt()));
        assertThat(ALICE.approves(peering, Map.of()).statusCode()).isEqualTo(200);
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void samePersonCountsOnceHoweverTheNameIsSpelled() {
        // Given
        var peering = asked(PeeringCase.fresh());
        ALICE.approves(peering, Map.of("reason", "fits"));

        // When
        var again = ALICE.approves(peering, Map.of("reason", "fits"));
        var shouting = new Operator("ALICE").approves(peering, Map.of());
        var fullWidth = new Operator("ａｌｉｃｅ").approves(peering, Map.of());

        // Then
        assertThat(again.jsonPath().getList("approvals.approver")).containsExactly("alice");
        assertThat(shouting.jsonPath().getList("approvals.approver")).containsExactly("alice");
        assertThat(fullWidth.jsonPath().getList("approvals.approver")).containsExactly("alice");
        assertThat(fullWidth.jsonPath().getString("status")).isEqualTo("Open");
        assertThat(StatementsOf.count(peering.peeringId())).isZero();
        assertThat(facts.of(peering.peeringId())).isEmpty();
    }

    @Test
    void requesterIsNeitherTheFirstNorTheSecond() {
        // Given
        var requester = new Operator(PeeringCase.REQUESTER.toUpperCase(Locale.ROOT));
        var peering = asked(PeeringCase.fresh());

        // When
        var asFirst = requester.approves(peering, Map.of());
        ALICE.approves(peering, Map.of());
        var asSecond = requester.approves(peering, Map.of());

        // Then
        assertThat(asFirst.statusCode()).isEqualTo(403);
        assertThat(asSecond.statusCode()).isEqualTo(403);
        assertThat(ALICE.reads(peering).jsonPath().getList("approvals.approver"))
                .containsExactly("alice");
        assertThat(StatementsOf.count(peering.peeringId())).isZero();
    }

    @Test
    void overrideOfTheFirstStandsForTheSecondWhoMayGiveAnotherReason() {
        // Given
        var peering = asked(PeeringCase.fresh().writingFrom("noc.peer@gmail.com"));

        // When
        var without = ALICE.approves(peering, Map.of());
        var first = ALICE.approves(peering, Map.of("overrides", Map.of("corporate-email", "known to us")));
        var second = BOB.approvesAsync(peering, Map.of());
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.jsonPath().getString("code")).isEqualTo("OverridesNeeded");
        assertThat(first.jsonPath().getList("approvals.approver")).containsExactly("alice");
        assertThat(await(second).statusCode()).isEqualTo(200);
        assertThat(fact.getOutcomes())
                .filteredOn(outcome -> outcome.getOutcome() == RuleResult.Overridden)
                .singleElement()
                .extracting(RuleOutcome::getRuleId, RuleOutcome::getOverrideReason)
                .containsExactly("corporate-email", "known to us");
    }

    @Test
    void tenAtOnceMakeOneFactWithTwoApprovals() {
        // Given
        var peering = asked(PeeringCase.fresh());

        // When
        var answers = IntStream.range(0, 10)
                .mapToObj(number -> new Operator("operator-" + number).approvesAsync(peering, Map.of()))
                .toList();
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));
        var statuses =
                answers.stream().map(answer -> await(answer).statusCode()).toList();

        // Then
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(8);
        assertThat(fact.getApprovals())
                .extracting(Approval::getApprover)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void rejectionOrWithdrawalAfterTheFirstClosesTheReview() {
        // Given
        var rejected = asked(PeeringCase.fresh());
        var withdrawn = asked(PeeringCase.fresh());
        ALICE.approves(rejected, Map.of());
        ALICE.approves(withdrawn, Map.of());

        // When
        var rejection = BOB.rejectsAsync(rejected, "no capacity");
        judge.says(rejected.accepted(2, facts.await(rejected.peeringId(), 1), ConnectionState.Rejected));
        judge.says(withdrawn.withdrawn(2));
        ALICE.awaitsSequence(withdrawn, 2);

        // Then
        assertThat(await(rejection).jsonPath().getString("status")).isEqualTo("Rejected");
        assertThat(BOB.approves(rejected, Map.of()).statusCode()).isEqualTo(409);
        assertThat(BOB.approves(withdrawn, Map.of()).statusCode()).isEqualTo(409);
        assertThat(facts.of(withdrawn.peeringId())).isEmpty();
    }

    @Test
    void secondWhoseFactWasRefusedMayStateAnother() {
        // Given
        var peering = asked(PeeringCase.fresh());
        ALICE.approves(peering, Map.of());
        var first = BOB.approvesAsync(peering, Map.of());
        judge.says(peering.refused(facts.await(peering.peeringId(), 1), 1, "Not now."));
        assertThat(await(first).statusCode()).isEqualTo(409);

        // When
        var second = BOB.approvesAsync(peering, Map.of());
        var fact = (Approved) facts.await(peering.peeringId(), 2);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(await(second).statusCode()).isEqualTo(200);
        assertThat(fact.getApprovals()).extracting(Approval::getApprover).containsExactly("alice", "bob");
    }

    private PeeringCase asked(PeeringCase peering) {
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);
        return peering;
    }
}
