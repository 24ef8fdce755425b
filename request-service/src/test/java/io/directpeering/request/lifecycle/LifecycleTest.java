package io.directpeering.request.lifecycle;

import java.util.List;
import java.util.UUID;

import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.ConnectionState.PendingRemove;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningFailed;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningStarted;
import io.directpeering.request.lifecycle.ConnectionState.Removed;
import io.directpeering.request.lifecycle.ConnectionState.Validating;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.lifecycle.Given.FIRST;
import static io.directpeering.request.lifecycle.Given.NOW;
import static io.directpeering.request.lifecycle.Given.SECOND;
import static io.directpeering.request.lifecycle.Given.accepted;
import static io.directpeering.request.lifecycle.Given.fact;
import static io.directpeering.request.lifecycle.Given.peering;
import static io.directpeering.request.lifecycle.Given.refused;
import static io.directpeering.request.lifecycle.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifecycleTest {

    @Test
    void factAboutThePeeringMovesEveryLiveConnection() {
        // Given
        var before = peering(new PendingApproval(), new Removed(null), new PendingApproval());

        // When
        var outcome = step(before, fact("Approved", null));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Advanced.class);
        var after = accepted(outcome);
        assertThat(after.sequence()).isEqualTo(11);
        assertThat(after.connections())
                .extracting(each -> each.state().word())
                .containsExactly("ProvisioningStarted", "Removed", "ProvisioningStarted");
        assertThat(after.connections()).extracting(Connection::stageSequence).containsExactly(11L, 5L, 11L);
    }

    @Test
    void factAboutThePeeringIsRefusedAsAWholeAndSaysWhoRefuses() {
        // Given
        var before = peering(new Active(), new ProvisioningStarted());

        // When
        var refused = refused(step(before, fact("DeprovisionRequested", null)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.NotAllowedInState);
        assertThat(refused.connections()).extracting(Connection::id).containsExactly(SECOND);
        assertThat(refused.verdict().reason())
                .isEqualTo("DeprovisionRequested was refused: connection " + SECOND + " is in ProvisioningStarted. "
                        + "It is accepted in PendingApproval, Active, ProvisioningFailed only. "
                        + "Abort the provisioning first and then deprovision, or wait until it is Active.");
    }

    @Test
    void factAboutAPeeringThatIsOverIsRefused() {
        // Given
        var before = peering(new Removed(null), new ConnectionState.Rejected("no"));

        // When
        var refused = refused(step(before, fact("DeprovisionRequested", null)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.NotAllowedInState);
        assertThat(refused.connections()).hasSize(2);
    }

    @Test
    void factAboutOneConnectionLeavesTheOther() {
        // Given
        var before = peering(new Active(), new Validating());

        // When
        var after = accepted(step(before, fact("BgpValidated", SECOND)));

        // Then
        assertThat(after.connections().getFirst())
                .isEqualTo(before.connections().getFirst());
        assertThat(after.connections().getLast().state()).isEqualTo(new Active());
        assertThat(after.redundant()).isTrue();
    }

    @Test
    void answerToAnEarlierStageIsLate() {
        // Given
        var before = peering(new Validating());

        // When
        var refused = refused(step(before, fact("BgpValidated", FIRST, 4L)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.Late);
        assertThat(refused.verdict().sequence()).isEqualTo(10);
        assertThat(refused.verdict().reason()).contains("transition 4", "Validating by transition 5");
    }

    @Test
    void answerToTheStageOrToARecordedFactWithinItIsNotLate() {
        // Given
        var before = peering(new Validating());

        // When
        var outcomes =
                List.of(step(before, fact("BgpValidated", FIRST, 5L)), step(before, fact("BgpValidated", FIRST, 7L)));

        // Then
        assertThat(outcomes).allSatisfy(each -> assertThat(each).isInstanceOf(Outcome.Advanced.class));
    }

    @Test
    void unknownPeeringAndUnknownConnectionAreRefused() {
        // Given
        var before = peering(new PendingApproval());

        // When
        var noPeering = refused(step(null, fact("Approved", null)));
        var noConnection = refused(step(before, fact("Approved", SECOND)));

        // Then
        assertThat(noPeering.verdict().code()).isEqualTo(RefusalCode.NoSuchPeering);
        assertThat(noPeering.verdict().sequence()).isZero();
        assertThat(noConnection.verdict().code()).isEqualTo(RefusalCode.NoSuchConnection);
        assertThat(noConnection.verdict().reason()).contains(SECOND.toString(), FIRST.toString());
    }

    @Test
    void secondRequestUnderTheSameIdIsRefused() {
        // Given
        var before = Given.after("PeeringRequested");

        // When
        var refused = refused(step(before, fact("LegacyConversionRequested", null)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.AlreadyRequested);
    }

    @Test
    void repeatDoesNothingWhateverWasDecided() {
        // Given
        var fact = fact("Approved", null);
        var acceptedBefore = new Verdict.Accepted(2);
        var refusedBefore = new Verdict.Refused(0, RefusalCode.NoSuchPeering, "none");

        // When
        var first = Lifecycle.step(new Past(peering(new PendingApproval()), acceptedBefore), fact);
        var second = Lifecycle.step(new Past(peering(new PendingApproval()), refusedBefore), fact);

        // Then
        assertThat(first).isEqualTo(new Outcome.Repeated(acceptedBefore));
        assertThat(second).isEqualTo(new Outcome.Repeated(refusedBefore));
    }

    @Test
    void legacyLinkIsActiveOnApprovalAndItsTrafficGoesOn() {
        // Given
        var before = Given.after("LegacyConversionRequested");

        // When
        var after = accepted(step(before, fact("Approved", null)));

        // Then
        var connection = after.connections().getFirst();
        assertThat(connection.state()).isEqualTo(new Active());
        assertThat(connection.routePolicy()).isEqualTo(RoutePolicy.Allow);
        assertThat(connection.wire().demarcation()).isEqualTo(Given.PORT);
    }

    @Test
    void retryKeepsPortAndLetterAndForgetsTheAttempt() {
        // Given
        var failed = Given.after(
                "PeeringRequested",
                "Approved",
                "LoaIssued",
                "LinkTested",
                "WiringCompleted",
                "BgpSessionProvisioned",
                "BgpValidationFailed");

        // When
        var after = accepted(step(failed, fact("RetryRequested", FIRST)));

        // Then
        var connection = after.connections().getFirst();
        assertThat(failed.connections().getFirst().state()).isEqualTo(new ProvisioningFailed("flaps"));
        assertThat(connection.state()).isEqualTo(new ProvisioningStarted());
        assertThat(connection.routePolicy()).isEqualTo(RoutePolicy.DenyAll);
        assertThat(connection.wire())
                .isEqualTo(new Wire(Given.PORT, Given.SESSIONS, Given.LOA, null, null, null, false));
    }

    @Test
    void revokedLetterTakesOnlyItselfAlong() {
        // Given
        var standing = Given.after("PeeringRequested", "Approved", "LoaIssued");
        var another = new Event.LoaRevoked(fact("LoaRevoked", FIRST).metadata(), "LOA-0");

        // When
        var after = accepted(step(standing, another));

        // Then
        assertThat(after.connections().getFirst().wire().loaRevoked()).isFalse();
        assertThat(accepted(step(after, fact("LoaRevoked", FIRST)))
                        .connections()
                        .getFirst()
                        .wire()
                        .loaRevoked())
                .isTrue();
    }

    @Test
    void reasonIsKeptUntilItIsRemoved() {
        // Given
        var active = peering(new Active());

        // When
        var removing = accepted(step(active, fact("DeprovisionRequested", FIRST)));
        var removed = accepted(step(removing, fact("Deprovisioned", FIRST)));

        // Then
        assertThat(removing.connections().getFirst().state()).isEqualTo(new PendingRemove("moving"));
        assertThat(removed.connections().getFirst().state()).isEqualTo(new Removed("moving"));
    }

    @Test
    void timeNeverGoesBack() {
        // Given
        var before = peering(new PendingApproval());
        var early = new Event.Approved(
                new Metadata(UUID.randomUUID(), Given.PEERING, null, NOW.minusSeconds(60), "somebody", null, null));

        // When
        var after = accepted(step(before, early));

        // Then
        assertThat(after.updatedAt()).isEqualTo(NOW);
        assertThat(after.connections().getFirst().enteredAt()).isEqualTo(NOW);
    }

    @Test
    void peeringWithoutConnectionsIsNone() {
        // Given
        var empty = new Event.PeeringRequested(fact("Approved", null).metadata(), Given.TERMS, List.of());

        // When, Then
        assertThatThrownBy(() -> step(null, empty)).hasMessageContaining("has no connection");
    }
}
