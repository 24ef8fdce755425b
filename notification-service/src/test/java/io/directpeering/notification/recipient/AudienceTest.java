package io.directpeering.notification.recipient;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Matter;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.message.TestDeadlines;
import io.directpeering.notification.message.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.directpeering.events.ContactRole.Escalation;
import static io.directpeering.events.ContactRole.Maintenance;
import static io.directpeering.events.ContactRole.Noc;
import static io.directpeering.events.ContactRole.Policy;
import static io.directpeering.events.ContactRole.Service;
import static io.directpeering.events.ContactRole.Technical;
import static org.assertj.core.api.Assertions.assertThat;

class AudienceTest {

    record Row(Message message, Audience audience) {}

    static Stream<Row> table() {
        var matter = matter(ConnectionState.ProvisioningStarted);
        var at = Instant.EPOCH;
        return Stream.of(
                new Row(new Message.RequestReceived(matter), PeerAudience.REVIEW),
                new Row(new Message.InformationNeeded(matter, "?", at), PeerAudience.REVIEW),
                new Row(new Message.AnswerReceived(matter), PeerAudience.REVIEW),
                new Row(new Message.AnswerDue(matter, "?", at, false), PeerAudience.REVIEW),
                new Row(new Message.AnswerDue(matter, "?", at, true), PeerAudience.ANSWER_OVERDUE),
                new Row(new Message.RequestRejected(matter, ""), PeerAudience.REVIEW),
                new Row(new Message.RequestWithdrawn(matter, ""), PeerAudience.REVIEW),
                new Row(new Message.RequestApproved(matter, at), PeerAudience.DECISION),
                new Row(new Message.LegacyLinkAdopted(matter), PeerAudience.DECISION),
                new Row(new Message.StateChanged(matter, ""), PeerAudience.DECISION),
                new Row(new Message.LetterIssued(matter, at), PeerAudience.PROVISIONING),
                new Row(
                        new Message.MaintenanceNotice(
                                matter,
                                new Work(new UUID(7, 7), at, at, MaintenanceImpact.Outage, "optics"),
                                MaintenanceStatus.Announced,
                                ""),
                        PeerAudience.MAINTENANCE),
                new Row(new Message.LetterRevoked(matter, ""), PeerAudience.PROVISIONING),
                new Row(new Message.LetterExpiring(matter, at, false), PeerAudience.PROVISIONING),
                new Row(new Message.LetterExpiring(matter, at, true), PeerAudience.OVERDUE),
                new Row(new Message.LinkTestRecorded(matter), PeerAudience.PROVISIONING),
                new Row(new Message.WiringNoted(matter), PeerAudience.PROVISIONING),
                new Row(new Message.WiringDue(matter, at), PeerAudience.PROVISIONING),
                new Row(new Message.ValidationStarted(matter), PeerAudience.PROVISIONING),
                new Row(new Message.ValidationFailed(matter, ""), PeerAudience.PROVISIONING),
                new Row(new Message.ProvisioningStopped(matter, ""), PeerAudience.PROVISIONING),
                new Row(new Message.ProvisioningRestarted(matter, "", at), PeerAudience.PROVISIONING),
                new Row(new Message.ConnectionActive(matter), PeerAudience.TRAFFIC),
                new Row(new Message.TrafficOpen(matter), PeerAudience.TRAFFIC),
                new Row(new Message.TakingDown(matter, ""), PeerAudience.TAKEDOWN),
                new Row(new Message.ConnectionRemoved(matter), PeerAudience.TAKEDOWN),
                new Row(new Message.PeerOverdue(matter), PeerAudience.OVERDUE),
                new Row(new Message.ReviewWaits(matter), OperatorMailbox.REVIEW),
                new Row(new Message.AnswerForReview(matter, ""), OperatorMailbox.REVIEW),
                new Row(new Message.ProvisioningFailed(matter, ""), OperatorMailbox.NOC),
                new Row(new Message.OperatorOverdue(matter(ConnectionState.PendingApproval)), OperatorMailbox.REVIEW),
                new Row(new Message.OperatorOverdue(matter(ConnectionState.Validating)), OperatorMailbox.NOC));
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyMessageHasItsAudience(Row row) {
        // Given
        // When
        var audience = Audience.of(row.message());
        // Then
        assertThat(audience).isEqualTo(row.audience());
    }

    @Test
    void theTableAboveIsWhole() {
        // Given
        var permitted = Stream.concat(
                        Arrays.stream(Message.class.getPermittedSubclasses()),
                        Arrays.stream(Message.ToOperator.class.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .collect(Collectors.toUnmodifiableSet());
        // When
        var shown = table().map(row -> row.message().getClass()).collect(Collectors.toUnmodifiableSet());
        // Then
        assertThat(shown).isEqualTo(permitted);
    }

    @ParameterizedTest
    @EnumSource
    void rolesDecideWhoReads(PeerAudience audience) {
        // Given
        var expected = Map.of(
                PeerAudience.REVIEW, Set.of(Policy),
                PeerAudience.DECISION, Set.of(Noc, Policy, Technical),
                PeerAudience.PROVISIONING, Set.of(Noc, Technical),
                PeerAudience.TRAFFIC, Set.of(Noc, Policy, Technical, Service),
                PeerAudience.TAKEDOWN, Set.of(Noc, Policy, Technical, Service, Maintenance),
                PeerAudience.MAINTENANCE, Set.of(Maintenance),
                PeerAudience.OVERDUE, Set.of(Noc, Technical, Escalation),
                PeerAudience.ANSWER_OVERDUE, Set.of(Noc, Policy, Escalation));
        var contacts = Stream.of(Noc, Policy, Technical, Service, Maintenance, Escalation)
                .map(role -> Example.contact(role, role + "@peer.example"))
                .toList();
        // When
        var recipients = audience.among(contacts);
        // Then
        assertThat(recipients)
                .extracting(Recipient::name)
                .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(audience, Set.of()).stream()
                        .map(role -> role + "@peer.example")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theNocStandsInForEveryRole(PeerAudience audience) {
        // Given
        var contacts = List.of(
                Example.contact(Noc, "noc@peer.example"),
                Example.contact(io.directpeering.events.ContactRole.Other, "x@peer.example"));
        // When
        var recipients = audience.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("noc@peer.example");
    }

    @Test
    void theNocStandsInForAnAddressThatIsNone() {
        // Given
        var contacts = List.of(Example.contact(Noc, "noc@peer.example"), Example.contact(Policy, "no address"));
        // When
        var recipients = PeerAudience.REVIEW.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("no address", "noc@peer.example");
    }

    @Test
    void oneAddressIsToldOnce() {
        // Given
        var contacts =
                List.of(Example.contact(Noc, "noc@peer.example"), Example.contact(Technical, "NOC@Peer.Example"));
        // When
        var recipients = PeerAudience.PROVISIONING.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("noc@peer.example");
    }

    @Test
    void aMissingNocIsSeen() {
        // Given
        var contacts = List.of(Example.contact(Noc, null), Example.contact(Technical, "tech@peer.example"));
        // When
        var recipients = PeerAudience.PROVISIONING.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("tech@peer.example", "Noc contact");
        assertThat(recipients).last().isInstanceOf(Recipient.Unreachable.class);
    }

    @Test
    void aBadAddressIsUnreachableAndHarmless() {
        // Given
        var contacts = List.of(Example.contact(Noc, "noc@peer.example\r\nBcc: x@evil.example"));
        // When
        var recipients = PeerAudience.REVIEW.among(contacts);
        // Then
        assertThat(recipients).singleElement().isInstanceOfSatisfying(Recipient.Unreachable.class, unreachable -> {
            assertThat(unreachable.name()).isEqualTo("noc@peer.example Bcc: x@evil.example");
            assertThat(unreachable.reason()).contains("Noc contact");
        });
    }

    private static Matter matter(ConnectionState state) {
        var transition = new Example().one(1, "PeeringRequested", state, null);
        return switch (Telling.of(transition, TestDeadlines.USUAL)) {
            case Telling.Tell(List<Message> messages) -> messages.getFirst().matter();
            case Telling.PassOver passedOver -> throw new AssertionError(passedOver.why());
        };
    }
}
