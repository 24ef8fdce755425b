package io.directpeering.approval.review;

import java.time.Duration;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.InformationRequested;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.approval.review.Operator.await;
import static org.assertj.core.api.Assertions.assertThat;

/// What the operator asks, and what the peer says to it.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class QuestionIT {

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
    void laterQuestionTakesThePlaceOfTheOneBefore() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);
        ALICE.asksAsync(peering, "Which prefixes?");
        judge.says(peering.recorded(2, facts.await(peering.peeringId(), 1)));
        ALICE.asksAsync(peering, "And which IRR?");
        judge.says(peering.recorded(3, facts.await(peering.peeringId(), 2)));

        // When
        judge.says(peering.answered(4, "RIPE"));

        // Then
        var review = ALICE.awaitsSequence(peering, 4);
        assertThat(review.getString("information[1].question")).isEqualTo("And which IRR?");
        assertThat(review.getString("information[1].answer")).isEqualTo("RIPE");
        assertThat(review.getString("information[0].answer")).isNull();
    }

    @Test
    void questionAndAnswerStandInTheReview() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        ALICE.awaitsReview(peering);

        // When
        var asked = ALICE.asksAsync(peering, "Which prefixes?");
        var fact = (InformationRequested) facts.await(peering.peeringId(), 1);
        judge.says(peering.recorded(2, fact));
        judge.says(peering.answered(3, "193.0.0.0/21"));

        // Then
        assertThat(await(asked).jsonPath().getString("information[0].question")).isEqualTo("Which prefixes?");
        assertThat(fact.getAnswerDueAt())
                .isEqualTo(fact.getMetadata().getOccurredAt().plus(Duration.ofDays(7)));
        assertThat(await(asked).jsonPath().getString("information[0].answerDueAt"))
                .isEqualTo(fact.getAnswerDueAt().toString());
        var review = ALICE.awaitsSequence(peering, 3);
        assertThat(review.getString("status")).isEqualTo("Open");
        assertThat(review.getString("information[0].askedBy")).isEqualTo("alice");
        assertThat(review.getString("information[0].answer")).isEqualTo("193.0.0.0/21");
        assertThat(review.getList("information")).hasSize(1);
    }
}
