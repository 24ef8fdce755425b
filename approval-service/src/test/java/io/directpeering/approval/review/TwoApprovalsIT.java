package io.directpeering.approval.review;

import java.util.List;
import java.util.Map;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Approval;
import io.directpeering.events.Approved;
import io.directpeering.events.ConnectionState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.review.Operator.await;
import static org.assertj.core.api.Assertions.assertThat;

/// What of the policy takes a second person, where one is enough otherwise.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class TwoApprovalsIT {

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
    void muchBandwidthTakesTwo() {
        // Given
        var peering = asked(PeeringCase.fresh().withBandwidth(100_000));
        var review = ALICE.reads(peering).jsonPath();

        // When
        var first = ALICE.approves(peering, Map.of());
        var statedByTheFirst = StatementsOf.count(peering.peeringId());
        var second = BOB.approvesAsync(peering, Map.of());
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(review.getInt("approvalsNeeded")).isEqualTo(2);
        assertThat(first.jsonPath().getString("status")).isEqualTo("Open");
        assertThat(statedByTheFirst).isZero();
        assertThat(await(second).jsonPath().getString("status")).isEqualTo("Approved");
        assertThat(fact.getApprovals()).extracting(Approval::getApprover).containsExactly("alice", "bob");
    }

    @Test
    void justTheBandwidthOfTheLimitTakesOne() {
        // Given
        var peering = asked(PeeringCase.fresh().withBandwidth(50_000));

        // When
        ALICE.approvesAsync(peering, Map.of());

        // Then
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        assertThat(fact.getApprovals()).hasSize(1);
        assertThat(ALICE.reads(peering).jsonPath().getInt("approvalsNeeded")).isEqualTo(1);
    }

    @Test
    void overridingWhatSaysWhoThePeerIsTakesTwo() {
        // Given
        var peering = asked(PeeringCase.fresh().writingFrom("noc.peer@gmail.com"));
        var before = ALICE.reads(peering).jsonPath();

        // When
        var first = ALICE.approves(peering, Map.of("overrides", Map.of("corporate-email", "met at the last forum")));
        var again = ALICE.approves(peering, Map.of("overrides", Map.of("corporate-email", "met at the last forum")));
        var statedByTheFirst = StatementsOf.count(peering.peeringId());
        BOB.approvesAsync(peering, Map.of());
        var fact = (Approved) facts.await(peering.peeringId(), 1);

        // Then
        assertThat(before.getInt("approvalsNeeded")).isEqualTo(1);
        assertThat(before.getList("twoWhenOverridden")).isEqualTo(List.of("corporate-email"));
        assertThat(first.jsonPath().getInt("approvalsNeeded")).isEqualTo(2);
        assertThat(first.jsonPath().getString("status")).isEqualTo("Open");
        assertThat(again.jsonPath().getList("approvals")).hasSize(1);
        assertThat(statedByTheFirst).isZero();
        assertThat(fact.getApprovals()).extracting(Approval::getApprover).containsExactly("alice", "bob");
        assertThat(ALICE.lists("Open")).contains(peering.peeringId().toString());
    }

    private PeeringCase asked(PeeringCase peering) {
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);
        return peering;
    }
}
