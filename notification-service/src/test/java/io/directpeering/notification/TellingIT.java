package io.directpeering.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.PendingRemove;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class TellingIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static MailServer mailServer;

    private final Example example = new Example();
    private final Topic topic = new Topic();
    private final Told told = new Told(() -> mailServer, example);

    @BeforeAll
    static void start() {
        mailServer = MailServer.start();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @AfterAll
    static void stop() {
        mailServer.close();
    }

    @Test
    void aWalkIsToldToWhomItConcerns() {
        // Given
        var prefix = "[Peering fra-main " + example.peeringId.toString().substring(0, 8) + "] ";
        var first = " (connection " + example.first.toString().substring(0, 8) + ")";
        // When
        topic.send(example, example.walk());
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(told.subjects()).hasSize(31));
        assertThat(told.subjects())
                .containsExactlyInAnyOrder(
                        "policy " + prefix + "Request received",
                        "policy " + prefix + "Your answer is needed",
                        "policy " + prefix + "Your answer is in",
                        "noc " + prefix + "Request approved",
                        "tech " + prefix + "Request approved",
                        "policy " + prefix + "Request approved",
                        "noc " + prefix + "Letter of authorization issued" + first,
                        "tech " + prefix + "Letter of authorization issued" + first,
                        "noc " + prefix + "Link test passed" + first,
                        "tech " + prefix + "Link test passed" + first,
                        "noc " + prefix + "Wiring completed" + first,
                        "tech " + prefix + "Wiring completed" + first,
                        "noc " + prefix + "Validation started" + first,
                        "tech " + prefix + "Validation started" + first,
                        "noc " + prefix + "Validation failed" + first,
                        "tech " + prefix + "Validation failed" + first,
                        "noc " + prefix + "Provisioning starts again" + first,
                        "tech " + prefix + "Provisioning starts again" + first,
                        "noc " + prefix + "Active" + first,
                        "tech " + prefix + "Active" + first,
                        "policy " + prefix + "Active" + first,
                        "noc " + prefix + "Traffic is open" + first,
                        "tech " + prefix + "Traffic is open" + first,
                        "policy " + prefix + "Traffic is open" + first,
                        "noc " + prefix + "Being taken down" + first,
                        "tech " + prefix + "Being taken down" + first,
                        "policy " + prefix + "Being taken down" + first,
                        "review " + prefix + "A request waits for review",
                        "review " + prefix + "The peer answered",
                        "operations " + prefix + "Provisioning failed" + first,
                        "operations " + prefix + "Overdue on our side" + first);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.deliveries().getList("items.status"))
                        .hasSize(31)
                        .containsOnly("Sent"));
        assertThat(mailServer.mailsOf(example))
                .extracting(MailServer::text)
                .allSatisfy(text -> assertThat(text)
                        .contains("Frankfurt", "Example Peer, AS64501", "Example Networks, AS64500")
                        .doesNotContain("NOT_FOUND", "null", "{", "\n\n\n"));
        assertThat(told.deliveries().getList("items.sequence", Integer.class)).isSorted();
    }

    @Test
    void theMailsOfAPeeringAreOneThread() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        var received = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        // When
        topic.send(example, received, approved);
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 2);
        var opening = told.mailsTo("noc@peer.example").getFirst();
        var answer = told.mailsTo("noc@peer.example").getLast();
        assertThat(MailServer.header(opening, "Message-ID")).startsWith("<" + example.peeringId + ".1.");
        assertThat(MailServer.header(answer, "Message-ID")).startsWith("<" + example.peeringId + ".2.");
        assertThat(MailServer.header(answer, "In-Reply-To")).isEqualTo(MailServer.header(opening, "Message-ID"));
        assertThat(MailServer.header(answer, "References")).isEqualTo(MailServer.header(opening, "Message-ID"));
        assertThat(MailServer.header(answer, "Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void aLetterTellsWhatTheEngineerNeeds() {
        // Given
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var issued = example.recorded(2, "LoaIssued", ProvisioningStarted, null);
        // When
        topic.send(example, requested, issued);
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("tech@peer.example").size() == 1);
        assertThat(MailServer.text(told.mailsTo("tech@peer.example").getFirst()))
                .contains("LOA-2026-000001", "A12", "PP-3, port 1-2", "10GBASE-LR, LC/UPC, Duplex")
                .contains("Digital Realty Frankfurt FRA1-16", "fra1-edge1, port et-0/0/1")
                .contains("198.51.100.0 (AS64501)", "198.51.100.1 (AS64500)", "2001:db8:ffff::1")
                .contains("/connections/" + example.first + "/wiring-completed", "Max prefixes   1000")
                .doesNotContain(example.second.toString(), "NOT_FOUND", "{", "}");
        assertThat(MailServer.html(told.mailsTo("tech@peer.example").getFirst()))
                .contains("LOA-2026-000001", "PP-3, port 1-2", "2001:db8:ffff::1");
    }

    @Test
    void theLetterGoesWithItsMailAndTheCeaseLetterWithTheRemoval() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        var issued = example.recorded(1, "LoaIssued", ProvisioningStarted, null);
        var takenDown = example.one(2, "DeprovisionRequested", PendingRemove, "Moving out");
        // When
        topic.send(example, issued, takenDown);
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 2);
        var authorization = MailServer.files(told.mailsTo("noc@peer.example").getFirst());
        var cease = MailServer.files(told.mailsTo("noc@peer.example").getLast());
        assertThat(authorization).containsOnlyKeys("LOA-2026-000001.pdf");
        assertThat(authorization.get("LOA-2026-000001.pdf")).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(cease).hasSize(1);
        assertThat(cease.keySet()).allMatch(name -> name.matches("CEASE-[0-9A-F-]+\\.pdf"));
        assertThat(MailServer.html(told.mailsTo("noc@peer.example").getFirst())).contains("The letter is attached");
    }

    @Test
    void whatPeopleTypedStaysOutOfTheHeaders() {
        // Given
        var evil = "x\r\nBcc: spy@evil.example\r\nX-Evil: 1";
        example.peeringName = evil;
        example.peerName = evil;
        var noc = Example.contact(ContactRole.Noc, "noc@peer.example");
        var spoofed = Example.contact(ContactRole.Policy, "policy@peer.example\r\nBcc: spy@evil.example");
        noc = Contact.newBuilder(noc).setName(evil).build();
        example.contacts = List.of(noc, spoofed);
        // When
        topic.send(example, example.both(1, "PeeringRequested", PendingApproval, evil));
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 1);
        var mail = told.mailsTo("noc@peer.example").getFirst();
        assertThat(MailServer.header(mail, "Bcc") + MailServer.header(mail, "X-Evil"))
                .isEmpty();
        assertThat(MailServer.text(mail)).doesNotContain("\nBcc:");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.deliveries().getList("items.status"))
                        .containsExactlyInAnyOrder("Sent", "Sent", "Undeliverable"));
        assertThat(told.deliveries().getString("items.find { it.status == 'Undeliverable' }.reason"))
                .contains("Policy contact", "not a plain address");
    }

    @Test
    void templateSyntaxInWhatPeopleTypedIsJustText() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        example.peerName = "{matter.peering.id} {#for}";
        // When
        topic.send(example, example.both(1, "PeeringRequested", PendingApproval, null));
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 1);
        assertThat(MailServer.text(told.mailsTo("noc@peer.example").getFirst())).contains("{matter.peering.id} {#for}");
    }
}
