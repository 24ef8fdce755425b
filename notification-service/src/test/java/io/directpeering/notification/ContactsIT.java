package io.directpeering.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.ValidationState;
import io.directpeering.notification.contact.AsnContacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class ContactsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AsnContacts contacts;

    private final Example example = new Example();
    private final Topic topic = new Topic();
    private final long asn = WebhookCalls.someAsn();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void mailsGoToThoseWhoAreRegisteredNow() {
        // Given
        example.peerAsn = asn;
        topic.register(registered(1, "first@peer.example"));
        topic.register(registered(3, "third@peer.example"));
        topic.register(registered(2, "second@peer.example"));
        awaitNoc("third@peer.example");
        // When
        try (var mails = MailServer.start()) {
            topic.send(example, example.both(1, "Approved", ProvisioningStarted, null));
            // Then
            await().atMost(SOON).until(() -> !mails.mailsOf(example).isEmpty());
            assertThat(mails.mailsOf(example)).extracting(MailServer::recipient).containsExactly("third@peer.example");
        }
    }

    @Test
    void whereNothingIsRegisteredTheRequestsContactsStand() {
        // Given
        example.peerAsn = asn;
        // When
        try (var mails = MailServer.start()) {
            topic.send(example, example.both(1, "Approved", ProvisioningStarted, null));
            // Then
            await().atMost(SOON).until(() -> mails.mailsOf(example).size() == 3);
            assertThat(mails.mailsOf(example)).extracting(MailServer::recipient).contains("noc@peer.example");
        }
    }

    @Test
    void poisonGoesToTheDeadLetterAndTheNextIsTakenIn() {
        // Given
        var poison = "no registration".getBytes(UTF_8);
        // When
        topic.registration(String.valueOf(asn), poison);
        topic.register(registered(1, "noc@peer.example"));
        // Then
        awaitNoc("noc@peer.example");
        await().atMost(SOON)
                .until(() -> topic.deadLetters(String.valueOf(asn)).stream()
                        .anyMatch(letter -> Arrays.equals(letter.value(), poison)));
    }

    private void awaitNoc(String email) {
        await().atMost(SOON)
                .until(() -> contacts.current(asn).orElse(List.of()).stream()
                        .anyMatch(contact -> email.equals(contact.getEmail())));
    }

    private PeerAsnRegistered registered(long revision, String noc) {
        return new PeerAsnRegistered(
                new RegistrationMetadata(
                        UUID.randomUUID(), asn, Instant.now(), "request-service", "alice@peer.example"),
                revision,
                "Example Peer",
                List.of(new Contact(ContactRole.Noc, "Somebody", noc, "+1 555 0101")),
                ValidationState.Approved);
    }
}
