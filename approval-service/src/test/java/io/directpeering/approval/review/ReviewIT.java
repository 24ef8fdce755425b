package io.directpeering.approval.review;

import java.util.Map;
import java.util.stream.IntStream;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Approved;
import io.directpeering.events.ConnectionState;
import io.directpeering.schemas.EventIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.fixture.PeeringCase.metadata;
import static io.directpeering.approval.review.Operator.await;
import static org.assertj.core.api.Assertions.assertThat;

/// A review from its opening to its decision, on the real log.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class ReviewIT {

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
    void requestOpensReviewWithEvidence() {
        // Given
        var peering = PeeringCase.fresh().writingFrom("noc.peer@gmail.com");

        // When
        judge.says(peering.requested());

        // Then
        var review = ALICE.awaitsReview(peering);
        assertThat(review.getString("status")).isEqualTo("Open");
        assertThat(review.getLong("sequence")).isEqualTo(1);
        assertThat(review.getString("policyVersion")).isNotBlank();
        assertThat(review.getString("outcomes.find { it.ruleId == 'public-asn' }.outcome"))
                .isEqualTo("Passed");
        assertThat(review.getString("outcomes.find { it.ruleId == 'corporate-email' }.evidence"))
                .isEqualTo("Contacts write from a free-mail domain: gmail.com.");
        assertThat(ALICE.lists("Open")).contains(peering.peeringId().toString());
        assertThat(ALICE.lists("Approved")).doesNotContain(peering.peeringId().toString());
    }

    @Test
    void approvalIsStatedOnceAndAnsweredWithWhatTheJudgeSays() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var answer = ALICE.approvesAsync(peering, Map.of("reason", "fits"));
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(fact.getMetadata().getEventId())
                .isEqualTo(EventIds.answering(peering.peeringId(), null, 1, "Approved"));
        assertThat(fact.getMetadata().getActor()).isEqualTo("alice");
        assertThat(fact.getMetadata().getStatedBy()).isEqualTo("approval-service");
        assertThat(fact.getMetadata().getAnswers()).isEqualTo(1);
        assertThat(fact.getReason()).isEqualTo("fits");
        assertThat(fact.getPolicyVersion()).isNotBlank();
        var review = await(answer);
        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(review.jsonPath().getString("status")).isEqualTo("Approved");
        assertThat(review.jsonPath().getString("decision.decidedBy")).isEqualTo("alice");
        assertThat(review.jsonPath().getString("decision.reason")).isEqualTo("fits");
        assertThat(review.jsonPath().getLong("sequence")).isEqualTo(2);
        assertThat(facts.of(peering.peeringId())).hasSize(1);
        assertThat(facts.recordsOf(peering.peeringId()).getFirst().headers().lastHeader("ce_id"))
                .isNotNull();
    }

    @Test
    void sameDecisionAgainIsAnsweredTheSameAndOtherOnesConflict() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);
        var first = ALICE.approvesAsync(peering, Map.of());
        judge.says(peering.accepted(2, facts.await(peering.peeringId(), 1), ConnectionState.ProvisioningStarted));

        // When
        var body = await(first).asString();
        var again = ALICE.approves(peering, Map.of());
        var other = BOB.approves(peering, Map.of());
        var contrary = ALICE.rejects(peering, "changed my mind");
        var question = ALICE.asks(peering, "Really?");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(body);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.jsonPath().getString("state")).isEqualTo("Approved");
        assertThat(contrary.statusCode()).isEqualTo(409);
        assertThat(question.statusCode()).isEqualTo(409);
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void twoApproversAtOnceMakeOneDecision() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var answers = IntStream.range(0, 10)
                .mapToObj(number -> new Operator("operator-" + number).approvesAsync(peering, Map.of()))
                .toList();
        judge.says(peering.accepted(2, facts.await(peering.peeringId(), 1), ConnectionState.ProvisioningStarted));
        var statuses =
                answers.stream().map(answer -> await(answer).statusCode()).toList();

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void nobodyApprovesTheirOwnRequestHoweverTheySpellIt() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var own = new Operator(PeeringCase.REQUESTER).approves(peering, Map.of());
        var shouting = new Operator("PEER-ENGINEER").approves(peering, Map.of());

        // Then
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.contentType()).startsWith("application/problem+json");
        assertThat(own.jsonPath().getString("detail")).startsWith("Four eyes");
        assertThat(shouting.statusCode()).isEqualTo(403);
        assertThat(facts.of(peering.peeringId())).isEmpty();
    }

    @Test
    void ownDecisionNamesItsApprover() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        ALICE.approvesAsync(peering, Map.of("reason", "fits"));

        // Then
        var fact = (Approved) facts.await(peering.peeringId(), 1);
        assertThat(fact.getApprovals()).singleElement().satisfies(approval -> {
            assertThat(approval.getApprover()).isEqualTo("alice");
            assertThat(approval.getReason()).isEqualTo("fits");
        });
    }

    @Test
    void withdrawnRequestClosesReviewAndApprovalThatComesTooLateIsRefused() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var answer = ALICE.approvesAsync(peering, Map.of());
        var fact = facts.await(peering.peeringId(), 1);
        judge.says(peering.withdrawn(2));
        judge.says(peering.refused(fact, 2, "The peer withdrew the request."));

        // Then
        var refused = await(answer);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("The peer withdrew the request.");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("NotAllowedInState");
        assertThat(refused.jsonPath().getString("state")).isEqualTo("Removed");
        assertThat(refused.jsonPath().getLong("sequence")).isEqualTo(2);
        var review = ALICE.awaitsSequence(peering, 2);
        assertThat(review.getString("status")).isEqualTo("Withdrawn");
        assertThat(review.getString("lastRefusal.reason")).isEqualTo("The peer withdrew the request.");
        assertThat(BOB.approves(peering, Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void refusedDecisionCanBeTriedAgainAsAnotherFact() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);
        var first = ALICE.approvesAsync(peering, Map.of());
        judge.says(peering.refused(facts.await(peering.peeringId(), 1), 1, "Not now."));
        assertThat(await(first).statusCode()).isEqualTo(409);

        // When
        var second = ALICE.approvesAsync(peering, Map.of());
        var fact = facts.await(peering.peeringId(), 2);
        judge.says(peering.accepted(2, fact, ConnectionState.ProvisioningStarted));

        // Then
        assertThat(await(second).statusCode()).isEqualTo(200);
        assertThat(metadata(fact).getEventId())
                .isNotEqualTo(metadata(facts.of(peering.peeringId()).getFirst()).getEventId());
    }

    @Test
    void silentJudgeIsAnswered202AndTheReviewTellsLater() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        Response answer = ALICE.approves(peering, Map.of());

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith("/reviews/" + peering.peeringId());
        judge.says(peering.accepted(2, facts.await(peering.peeringId(), 1), ConnectionState.ProvisioningStarted));
        assertThat(ALICE.awaitsSequence(peering, 2).getString("status")).isEqualTo("Approved");
    }
}
