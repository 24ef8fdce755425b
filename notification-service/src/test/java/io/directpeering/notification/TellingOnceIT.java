package io.directpeering.notification;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ContactRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.ProvisioningCompleted;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static io.directpeering.events.ConnectionState.Removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class TellingOnceIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static MailServer mailServer;

    @Inject
    AgroalDataSource database;

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
    void aRepeatTellsNothing() {
        // Given
        example.contacts = List.of(Example.contact(ContactRole.Noc, "noc@peer.example"));
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        // When
        topic.send(example, requested, requested, approved, requested, approved);
        topic.send(example, example.one(3, "WiringCompleted", ProvisioningCompleted, null));
        // Then
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 3);
        assertThat(told.subjects()).hasSize(4).doesNotHaveDuplicates();
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
        await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() == 3);
        assertThat(told.mailsTo("noc@peer.example"))
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
                .until(() -> told.deliveries().getList("items.attempts", Integer.class).stream()
                        .anyMatch(attempts -> attempts > 1));
        assertThat(told.deliveries().getList("items.status")).containsOnly("Pending");
        mailServer = MailServer.start();
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.deliveries().getList("items.status"))
                        .hasSize(2)
                        .containsOnly("Sent"));
        assertThat(told.subjects()).hasSize(2).doesNotHaveDuplicates();
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
            await().atMost(SOON).until(() -> told.mailsTo("noc@peer.example").size() > 1);
        } finally {
            execute("drop trigger crash on delivery");
            execute("drop function crash");
        }
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told.deliveries().getList("items.status"))
                        .hasSize(2)
                        .containsOnly("Sent"));
        var ids = told.mailsTo("noc@peer.example").stream()
                .map(mail -> MailServer.header(mail, "Message-ID"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(1);
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void readingTheTopicAgainSendsNothing() throws SQLException {
        // Given
        var requested = example.both(1, "PeeringRequested", PendingApproval, null);
        var approved = example.both(2, "Approved", ProvisioningStarted, null);
        topic.send(example, requested, approved);
        await().atMost(SOON).until(() -> told.subjects().size() == 5);
        // When
        execute("delete from peering_progress where peering_id = '" + example.peeringId + "'");
        topic.send(example, requested, approved, example.one(3, "WiringCompleted", ProvisioningCompleted, null));
        // Then
        await().atMost(SOON).until(() -> told.subjects().size() == 7);
        assertThat(told.subjects()).doesNotHaveDuplicates();
    }

    @Test
    void aNewDatabaseThatReadsTheHistorySendsNothing() throws SQLException {
        // Given
        example.occurredAt = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        var history = example.walk();
        execute("truncate announced, peering_progress, delivery, parked_transition, told_from");
        // When
        topic.send(example, history);
        await().atMost(SOON).until(() -> told.deliveries().getList("items").size() == 31);
        // Then
        assertThat(told.deliveries().getList("items.status")).containsOnly("ToldBefore");
        // When
        example.occurredAt = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        topic.send(example, example.one(history.length + 1, "Deprovisioned", Removed, null));
        // Then
        await().atMost(SOON).until(() -> told.subjects().size() == 3);
        assertThat(told.subjects()).allMatch(mail -> mail.contains("Removed"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
