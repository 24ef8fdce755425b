package io.directpeering.notification.recipient;

import java.util.List;

import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.notification.Example;
import io.directpeering.notification.recipient.Recipient.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTest {

    private static final List<Contact> CONTACTS = List.of(
            Example.contact(ContactRole.Noc, "noc@peer.example"),
            Example.contact(ContactRole.Technical, "tech@peer.example"),
            Example.contact(ContactRole.Policy, "policy@peer.example"),
            Example.contact(ContactRole.Service, "service@peer.example"),
            Example.contact(ContactRole.Escalation, "chief@peer.example"),
            Example.contact(ContactRole.Maintenance, "night@peer.example"));

    @ParameterizedTest
    @EnumSource
    void theNocReadsEverything(Audience audience) {
        // Given
        // When
        var recipients = audience.among(CONTACTS);
        // Then
        assertThat(recipients).extracting(Recipient::name).contains("noc@peer.example");
    }

    @Test
    void rolesDecideWhoElse() {
        // Given
        // When
        var review = Audience.REVIEW.among(CONTACTS);
        var provisioning = Audience.PROVISIONING.among(CONTACTS);
        // Then
        assertThat(review).extracting(Recipient::name).containsExactly("noc@peer.example", "policy@peer.example");
        assertThat(provisioning).extracting(Recipient::name).containsExactly("noc@peer.example", "tech@peer.example");
    }

    @Test
    void oneAddressIsToldOnce() {
        // Given
        var contacts = List.of(
                Example.contact(ContactRole.Noc, "noc@peer.example"),
                Example.contact(ContactRole.Technical, "NOC@Peer.Example"));
        // When
        var recipients = Audience.PROVISIONING.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("noc@peer.example");
    }

    @Test
    void aMissingNocIsSeen() {
        // Given
        var contacts = List.of(
                Example.contact(ContactRole.Noc, null), Example.contact(ContactRole.Technical, "tech@peer.example"));
        // When
        var recipients = Audience.PROVISIONING.among(contacts);
        // Then
        assertThat(recipients).extracting(Recipient::name).containsExactly("tech@peer.example", "Noc contact");
        assertThat(recipients).last().isInstanceOf(Unreachable.class);
    }

    @Test
    void aBadAddressIsUnreachableAndHarmless() {
        // Given
        var contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example\r\nBcc: x@evil.example"));
        // When
        var recipients = Audience.REVIEW.among(contacts);
        // Then
        assertThat(recipients).singleElement().isInstanceOfSatisfying(Unreachable.class, unreachable -> {
            assertThat(unreachable.name()).isEqualTo("noc@peer.example Bcc: x@evil.example");
            assertThat(unreachable.reason()).contains("Noc contact");
        });
    }
}
