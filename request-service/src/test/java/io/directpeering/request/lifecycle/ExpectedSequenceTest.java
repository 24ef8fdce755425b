package io.directpeering.request.lifecycle;

import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.ConnectionState.Removed;
import io.directpeering.request.lifecycle.ConnectionState.Validating;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.lifecycle.Given.FIRST;
import static io.directpeering.request.lifecycle.Given.SECOND;
import static io.directpeering.request.lifecycle.Given.accepted;
import static io.directpeering.request.lifecycle.Given.fact;
import static io.directpeering.request.lifecycle.Given.peering;
import static io.directpeering.request.lifecycle.Given.refused;
import static io.directpeering.request.lifecycle.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

/// A fact may say which sequence its author saw (HTTP If-Match).
class ExpectedSequenceTest {

    @Test
    void factThatExpectsTheSequenceAsItIsCounts() {
        // Given
        var before = peering(new PendingApproval());

        // When
        var after = accepted(step(before, fact("Approved", null, null, 10L)));

        // Then
        assertThat(after.sequence()).isEqualTo(11);
    }

    @Test
    void factThatExpectsAnotherIsRefusedWithBothNumbersAndTheWayOut() {
        // Given
        var before = peering(new PendingApproval());

        // When
        var refused = refused(step(before, fact("Approved", null, null, 8L)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.SequenceMismatch);
        assertThat(refused.verdict().sequence()).isEqualTo(10);
        assertThat(refused.connections()).isEmpty();
        assertThat(refused.verdict().reason())
                .isEqualTo("Approved was refused: it expects peering " + Given.PEERING
                        + " at sequence 8, but it stands at 10. Read the peering again and, if the fact still holds, "
                        + "state it anew expecting 10.");
    }

    @Test
    void sequenceYetToComeIsAnotherToo() {
        // Given
        var before = peering(new PendingApproval());

        // When
        var refused = refused(step(before, fact("Approved", null, null, 11L)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.SequenceMismatch);
    }

    @Test
    void expectationIsLookedAtBeforeStateStageAndConnection() {
        // Given
        var over = peering(new Removed(null));
        var validating = peering(new Validating());

        // When
        var notAllowed = refused(step(over, fact("Approved", null, null, 1L)));
        var late = refused(step(validating, fact("BgpValidated", FIRST, 4L, 1L)));
        var stranger = refused(step(over, fact("Approved", SECOND, null, 1L)));
        var secondRequest = refused(step(over, fact("PeeringRequested", null, null, 1L)));
        var noPeering = refused(step(null, fact("Approved", null, null, 1L)));

        // Then
        assertThat(new Outcome.Refused[] {notAllowed, late, stranger, secondRequest, noPeering})
                .allSatisfy(each -> assertThat(each.verdict().code()).isEqualTo(RefusalCode.SequenceMismatch));
        assertThat(noPeering.verdict().sequence()).isZero();
    }

    @Test
    void requestMayExpectThatThereIsNone() {
        // Given
        var request = fact("PeeringRequested", null, null, 0L);

        // When
        var first = accepted(step(null, request));

        // Then
        assertThat(first.sequence()).isEqualTo(1);
    }

    @Test
    void repeatIsARepeatWhateverItExpected() {
        // Given
        var fact = fact("Approved", null, null, 9L);
        var earlier = new Verdict.Accepted(10);

        // When
        var outcome = Lifecycle.step(new Past(peering(new PendingApproval()), earlier), fact);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Repeated(earlier));
    }
}
