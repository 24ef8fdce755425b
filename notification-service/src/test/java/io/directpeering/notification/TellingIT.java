package io.directpeering.notification;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import io.agroal.api.AgroalDataSource;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.PeeringTransitioned;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.Active;
import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.PendingRemove;
import static io.directpeering.events.ConnectionState.ProvisioningCompleted;
import static io.directpeering.events.ConnectionState.ProvisioningFailed;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static io.directpeering.events.ConnectionState.Removed;
import static io.directpeering.events.ConnectionState.Validating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class TellingIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static MailServer mailServer;

    @Inject
    AgroalDataSource database;

    private final Example example = new Example();
    private final Topic topic = new Topic();

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
        topic.send(example, walk());
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(told()).hasSize(31));
        assertThat(told())
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
                .untilAsserted(() -> assertThat(deliveries().getList("items.status"))
                        .hasSize(31)
                        .containsOnly("Sent"));
        assertThat(mailServer.mailsOf(example))
                .extracting(MailServer::text)
                .allSatisfy(text -> assertThat(text)
                        .contains("Frankfurt", "Example Peer, AS64501", "Example Networks, AS64500")
                        .doesNotContain("NOT_FOUND", "null", "{", "\n\n\n"));
        assertThat(deliveries().getList("items.sequence", Integer.class)).isSorted();
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
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 2);
        var opening = mailsTo("noc@peer.example").getFirst();
        var answer = mailsTo("noc@peer.example").getLast();
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
        await().atMost(SOON).until(() -> mailsTo("tech@peer.example").size() == 1);
        assertThat(MailServer.text(mailsTo("tech@peer.example").getFirst()))
                .contains("LOA-2026-000001", "A12", "PP-3, port 1-2", "10GBASE-LR, LC/UPC, Duplex")
                .contains("Digital Realty Frankfurt FRA1-16", "fra1-edge1, port et-0/0/1")
                .contains("198.51.100.0 (AS64501)", "198.51.100.1 (AS64500)", "2001:db8:ffff::1")
                .contains("/connections/" + example.first + "/wiring-completed", "Max prefixes   1000")
                .doesNotContain(example.second.toString(), "NOT_FOUND", "{", "}");
        assertThat(MailServer.html(mailsTo("tech@peer.example").getFirst()))
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
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 2);
        var authorization = MailServer.files(mailsTo("noc@peer.example").getFirst());
        var cease = MailServer.files(mailsTo("noc@peer.example").getLast());
        assertThat(authorization).containsOnlyKeys("LOA-2026-000001.pdf");
        assertThat(authorization.get("LOA-2026-000001.pdf")).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(cease).hasSize(1);
        assertThat(cease.keySet()).allMatch(name -> name.matches("CEASE-[0-9A-F-]+\\.pdf"));
        assertThat(MailServer.html(mailsTo("noc@peer.example").getFirst())).contains("The letter is attached");
    }

    @Test
    void aRepeatTellsNothing() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        // When
        topic.send(example, requested, requested, approved, requested, approved);
        topic.send(example, example.one(3, "WiringCompleted", ProvisioningCompleted, null));
        // Then
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 3);
        assertThat(told()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aGapWaitsForWhatIsMissing() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        var completed = example.one(3, "WiringCompleted", ProvisioningCompleted, null);
        // When
        topic.send(example, requested, completed, completed, approved);
        // Then
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 3);
        assertThat(mailsTo("noc@peer.example"))
                .extracting(mail -> MailServer.header(mail, "Message-ID").replaceAll("^<[^.]*\\.|\\..*", ""))
                .containsExactly("1", "2", "3");
    }

    @Test
    void aMailServerThatWasDownGetsEachMailOnce() {
        // Given
        mailServer.close();
        // When
        topic.send(example, example.both(1, "PeeringRequested", PendingApproval, null));
        await().atMost(SOON)
                .until(() -> deliveries().getList("items.attempts", Integer.class).stream()
                        .anyMatch(attempts -> attempts > 1));
        assertThat(deliveries().getList("items.status")).containsOnly("Pending");
        mailServer = MailServer.start();
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries().getList("items.status"))
                        .hasSize(2)
                        .containsOnly("Sent"));
        assertThat(told()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aCrashBetweenSendingAndRecordingRepeatsUnderTheSameId() throws SQLException {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        execute("create function crash() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$");
        execute("create trigger crash before update on delivery for each row when (new.status = 'Sent')"
                + " execute function crash()");
        // When
        try {
            topic.send(example, example.both(1, "PeeringRequested", PendingApproval, null));
            await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() > 1);
        } finally {
            execute("drop trigger crash on delivery");
            execute("drop function crash");
        }
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries().getList("items.status"))
                        .hasSize(2)
                        .containsOnly("Sent"));
        var ids = mailsTo("noc@peer.example").stream()
                .map(mail -> MailServer.header(mail, "Message-ID"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(1);
        assertThat(ids).containsOnly(ids.getFirst());
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
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 1);
        var mail = mailsTo("noc@peer.example").getFirst();
        assertThat(MailServer.header(mail, "Bcc") + MailServer.header(mail, "X-Evil"))
                .isEmpty();
        assertThat(MailServer.text(mail)).doesNotContain("\nBcc:");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries().getList("items.status"))
                        .containsExactlyInAnyOrder("Sent", "Sent", "Undeliverable"));
        assertThat(deliveries().getString("items.find { it.status == 'Undeliverable' }.reason"))
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
        await().atMost(SOON).until(() -> mailsTo("noc@peer.example").size() == 1);
        assertThat(MailServer.text(mailsTo("noc@peer.example").getFirst())).contains("{matter.peering.id} {#for}");
    }

    @Test
    void readingTheTopicAgainSendsNothing() throws SQLException {
        // Given
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        topic.send(example, requested, approved);
        await().atMost(SOON).until(() -> told().size() == 5);
        // When
        execute("delete from peering_progress where peering_id = '" + example.peeringId + "'");
        topic.send(example, requested, approved, example.one(3, "WiringCompleted", ProvisioningCompleted, null));
        // Then
        await().atMost(SOON).until(() -> told().size() == 7);
        assertThat(told()).doesNotHaveDuplicates();
    }

    @Test
    void aNewDatabaseThatReadsTheHistorySendsNothing() throws SQLException {
        // Given
        example.occurredAt = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        var history = walk();
        execute("truncate announced, peering_progress, delivery, parked_transition, told_from");
        // When
        topic.send(example, history);
        await().atMost(SOON).until(() -> deliveries().getList("items").size() == 31);
        // Then
        assertThat(deliveries().getList("items.status")).containsOnly("ToldBefore");
        // When
        example.occurredAt = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        topic.send(example, example.one(history.length + 1, "Deprovisioned", Removed, null));
        // Then
        await().atMost(SOON).until(() -> told().size() == 3);
        assertThat(told()).allMatch(mail -> mail.contains("Removed"));
    }

    private PeeringTransitioned[] walk() {
        return new PeeringTransitioned[] {
            example.both(1, "PeeringRequested", PendingApproval, null),
            example.both(2, "InformationRequested", PendingApproval, "Which facility do you prefer?"),
            example.both(3, "InformationProvided", PendingApproval, "Either."),
            example.both(4, "Approved", ProvisioningStarted, null),
            example.recorded(5, "LoaIssued", ProvisioningStarted, null),
            example.recorded(6, "LinkTested", ProvisioningStarted, null),
            example.one(7, "WiringCompleted", ProvisioningCompleted, null),
            example.one(8, "BgpSessionProvisioned", Validating, null),
            example.one(9, "BgpValidationFailed", ProvisioningFailed, "IPv6 session is not Established"),
            example.one(10, "RetryRequested", ProvisioningStarted, "We fixed it"),
            example.one(11, "BgpValidated", Active, null),
            example.recorded(12, "TrafficOpened", Active, null),
            example.one(13, "DeprovisionRequested", PendingRemove, "Moving out"),
            example.recorded(14, "StageOverdue", ConnectionState.PendingRemove, null)
        };
    }

    private List<MimeMessage> mailsTo(String recipient) {
        return mailServer.mailsOf(example).stream()
                .filter(mail -> MailServer.recipient(mail).equals(recipient))
                .toList();
    }

    private List<String> told() {
        return mailServer.mailsOf(example).stream()
                .map(mail -> MailServer.recipient(mail).replaceAll("@.*", "") + " " + MailServer.subject(mail))
                .toList();
    }

    private JsonPath deliveries() {
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .get("/deliveries?peeringId=" + example.peeringId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
