package io.directpeering.notification.message;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Message.AnswerForReview;
import io.directpeering.notification.message.Message.AnswerReceived;
import io.directpeering.notification.message.Message.ConnectionActive;
import io.directpeering.notification.message.Message.ConnectionRemoved;
import io.directpeering.notification.message.Message.InformationNeeded;
import io.directpeering.notification.message.Message.LegacyLinkAdopted;
import io.directpeering.notification.message.Message.LetterIssued;
import io.directpeering.notification.message.Message.LetterRevoked;
import io.directpeering.notification.message.Message.LinkTestRecorded;
import io.directpeering.notification.message.Message.MaintenanceNotice;
import io.directpeering.notification.message.Message.OperatorOverdue;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.ProvisioningFailed;
import io.directpeering.notification.message.Message.ProvisioningRestarted;
import io.directpeering.notification.message.Message.ProvisioningStopped;
import io.directpeering.notification.message.Message.RequestApproved;
import io.directpeering.notification.message.Message.RequestReceived;
import io.directpeering.notification.message.Message.RequestRejected;
import io.directpeering.notification.message.Message.RequestWithdrawn;
import io.directpeering.notification.message.Message.ReviewWaits;
import io.directpeering.notification.message.Message.StateChanged;
import io.directpeering.notification.message.Message.TakingDown;
import io.directpeering.notification.message.Message.TrafficOpen;
import io.directpeering.notification.message.Message.ValidationFailed;
import io.directpeering.notification.message.Message.ValidationStarted;
import io.directpeering.notification.message.Message.WiringNoted;
import io.directpeering.notification.message.Telling.PassOver;
import io.directpeering.notification.message.Telling.Tell;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TellingTest {

    record Decision(String fact, ConnectionState state, List<Class<?>> told) {
        Decision(String fact, ConnectionState state, Class<?>... told) {
            this(fact, state, List.of(told));
        }
    }

    static Stream<Decision> decisions() {
        return Stream.of(
                new Decision(
                        "PeeringRequested", ConnectionState.PendingApproval, RequestReceived.class, ReviewWaits.class),
                new Decision(
                        "LegacyConversionRequested",
                        ConnectionState.PendingApproval,
                        RequestReceived.class,
                        ReviewWaits.class),
                new Decision("InformationRequested", ConnectionState.PendingApproval, InformationNeeded.class),
                new Decision(
                        "InformationProvided",
                        ConnectionState.PendingApproval,
                        AnswerReceived.class,
                        AnswerForReview.class),
                new Decision("Approved", ConnectionState.ProvisioningStarted, RequestApproved.class),
                new Decision("Approved", ConnectionState.Active, LegacyLinkAdopted.class),
                new Decision("Rejected", ConnectionState.Rejected, RequestRejected.class),
                new Decision("LoaIssued", ConnectionState.ProvisioningStarted, LetterIssued.class),
                new Decision("LoaRevoked", ConnectionState.ProvisioningStarted, LetterRevoked.class),
                new Decision("LinkTested", ConnectionState.ProvisioningStarted, LinkTestRecorded.class),
                new Decision("WiringCompleted", ConnectionState.ProvisioningCompleted, WiringNoted.class),
                new Decision("BgpSessionProvisioned", ConnectionState.Validating, ValidationStarted.class),
                new Decision("BgpValidated", ConnectionState.Active, ConnectionActive.class),
                new Decision(
                        "BgpValidationFailed",
                        ConnectionState.ProvisioningFailed,
                        ValidationFailed.class,
                        ProvisioningFailed.class),
                new Decision("TrafficOpened", ConnectionState.Active, TrafficOpen.class),
                new Decision(
                        "ProvisioningAborted",
                        ConnectionState.ProvisioningFailed,
                        ProvisioningStopped.class,
                        ProvisioningFailed.class),
                new Decision("RetryRequested", ConnectionState.ProvisioningStarted, ProvisioningRestarted.class),
                new Decision("DeprovisionRequested", ConnectionState.PendingRemove, TakingDown.class),
                new Decision("DeprovisionRequested", ConnectionState.Removed, RequestWithdrawn.class),
                new Decision("Deprovisioned", ConnectionState.Removed, ConnectionRemoved.class),
                new Decision("MaintenanceAnnounced", ConnectionState.Active, MaintenanceNotice.class),
                new Decision("MaintenanceStarted", ConnectionState.Active, MaintenanceNotice.class),
                new Decision("MaintenanceCompleted", ConnectionState.Active, MaintenanceNotice.class),
                new Decision("MaintenanceCancelled", ConnectionState.Active, MaintenanceNotice.class),
                new Decision("StageOverdue", ConnectionState.ProvisioningStarted, PeerOverdue.class),
                new Decision("StageOverdue", ConnectionState.ProvisioningFailed, PeerOverdue.class),
                new Decision("StageOverdue", ConnectionState.PendingApproval, OperatorOverdue.class),
                new Decision("StageOverdue", ConnectionState.ProvisioningCompleted, OperatorOverdue.class),
                new Decision("StageOverdue", ConnectionState.Validating, OperatorOverdue.class),
                new Decision("StageOverdue", ConnectionState.PendingRemove, OperatorOverdue.class),
                new Decision("StageOverdue", ConnectionState.Active, PassOver.class));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyFactIsToldOrPassedOver(Decision expected) {
        // Given
        var example = new Example();
        example.works(MaintenanceStatus.Announced, "new optics");
        var transition = example.one(3, expected.fact(), expected.state(), "because");
        // When
        var telling = Telling.of(transition, TestDeadlines.USUAL);
        // Then
        assertThat(classes(telling)).isEqualTo(expected.told());
    }

    @Test
    void everyFactOfTheContractHasADecision() {
        // Given
        var contract = Topics.PEERING_EVENTS.records().stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toUnmodifiableSet());
        // When
        var known = Arrays.stream(FactType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        var decided = decisions().map(Decision::fact).collect(Collectors.toUnmodifiableSet());
        // Then
        assertThat(known)
                .as("a fact of the contract needs a constant in FactType, a line in Telling and one in this test")
                .isEqualTo(contract)
                .isEqualTo(decided);
    }

    @Test
    void anUnknownFactIsToldWhereItChangedAState() {
        // Given
        var changing = new Example().one(3, "PortMigrated", ConnectionState.Active, null);
        var recorded = new Example().recorded(3, "PortMigrated", ConnectionState.Active, null);
        // When
        var toldOfChange = Telling.of(changing, TestDeadlines.USUAL);
        var toldOfRecord = Telling.of(recorded, TestDeadlines.USUAL);
        // Then
        assertThat(classes(toldOfChange)).containsExactly(StateChanged.class);
        assertThat(classes(toldOfRecord)).containsExactly(PassOver.class);
    }

    @Test
    void aMessageIsAboutTheConnectionsThatTheTransitionConcerned() {
        // Given
        var example = new Example();
        // When
        var one = Matters.of(example.recorded(4, "LoaIssued", ConnectionState.ProvisioningStarted, null));
        var both = Matters.of(example.both(2, "Approved", ConnectionState.ProvisioningStarted, null));
        // Then
        assertThat(one.connections()).extracting(Connection::id).containsExactly(example.first);
        assertThat(both.connections()).extracting(Connection::id).containsExactly(example.first, example.second);
    }

    private static List<Class<?>> classes(Telling telling) {
        return switch (telling) {
            case Tell(List<Message> messages) ->
                messages.stream().<Class<?>>map(Object::getClass).toList();
            case PassOver _ -> List.of(PassOver.class);
        };
    }
}
