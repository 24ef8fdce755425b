package io.directpeering.request.lifecycle;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.request.lifecycle.Given.NOW;
import static io.directpeering.request.lifecycle.Given.accepted;
import static io.directpeering.request.lifecycle.Given.fact;
import static io.directpeering.request.lifecycle.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

class InquiryTest {

    @Test
    void questionIsOpenedWithWhoAskedWhenAndUntilWhen() {
        // Given
        var before = Given.after("PeeringRequested");

        // When
        var after = accepted(step(before, fact("InformationRequested", null)));

        // Then
        assertThat(before.inquiry().open()).isNull();
        assertThat(after.inquiry().open())
                .isEqualTo(new OpenQuestion("Which router?", "somebody", NOW, NOW.plusSeconds(86_400)));
    }

    @Test
    void secondQuestionTakesThePlaceOfTheFirst() {
        // Given
        var before = Given.after("PeeringRequested", "InformationRequested");
        var another = new Event.InformationRequested(
                new Metadata(UUID.randomUUID(), Given.PEERING, null, NOW.plusSeconds(5), "another", null, null),
                "Which port?",
                null);

        // When
        var after = accepted(step(before, another));

        // Then
        assertThat(after.inquiry().open())
                .isEqualTo(new OpenQuestion("Which port?", "another", NOW.plusSeconds(5), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InformationProvided", "Approved", "Rejected", "DeprovisionRequested"})
    void answerAndDecisionCloseIt(String word) {
        // Given
        var before = Given.after("PeeringRequested", "InformationRequested");

        // When
        var after = accepted(step(before, fact(word, null)));

        // Then
        assertThat(after.inquiry().open()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LoaIssued", "LoaRevoked", "StageOverdue"})
    void otherFactsLeaveItOpen(String word) {
        // Given
        var before = Given.after("PeeringRequested", "InformationRequested");

        // When
        var after = accepted(step(before, fact(word, null)));

        // Then
        assertThat(after.inquiry().open())
                .isNotNull()
                .isEqualTo(before.inquiry().open());
    }

    @Test
    void refusedFactLeavesItOpen() {
        // Given
        var before = Given.after("PeeringRequested", "InformationRequested");

        // When
        var outcome = step(before, fact("BgpValidated", null));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(before.inquiry().open()).isNotNull();
    }

    @Test
    void staysOpenAsLongAsOneConnectionIsUnderReview() {
        // Given
        var asked = new Event.InformationRequested(metadata(null), "Which router?", null);
        var before = accepted(step(
                Given.peering(new ConnectionState.PendingApproval(), new ConnectionState.PendingApproval()), asked));

        // When
        var oneLeft = accepted(step(before, new Event.DeprovisionRequested(metadata(Given.FIRST), null)));
        var noneLeft = accepted(step(oneLeft, new Event.DeprovisionRequested(metadata(Given.SECOND), null)));

        // Then
        assertThat(List.of(before, oneLeft))
                .allSatisfy(each -> assertThat(each.inquiry().open()).isNotNull());
        assertThat(noneLeft.inquiry().open()).isNull();
    }

    private static Metadata metadata(@Nullable UUID connectionId) {
        return new Metadata(UUID.randomUUID(), Given.PEERING, connectionId, NOW, "somebody", null, null);
    }
}
