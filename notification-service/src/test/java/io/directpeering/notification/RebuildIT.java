package io.directpeering.notification;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ContactRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    @Inject
    KafkaClientService channels;

    private final Example example = new Example();
    private final Topic topic = new Topic();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        topic.close();
        receiver.close();
    }

    @Test
    void readingEverythingAgainTellsNobodyAnything() throws SQLException {
        // Given
        example.peerAsn = WebhookCalls.someAsn();
        WebhookCalls.register(example.peerAsn, receiver, "Approved");
        try (var mails = MailServer.start()) {
            topic.send(
                    example,
                    example.both(1, "PeeringRequested", PendingApproval, null),
                    example.both(2, "Approved", ProvisioningStarted, null));
            await().atMost(SOON).until(() -> mails.mailsOf(example).size() == 5);
            await().atMost(SOON).until(() -> receiver.messages().size() == 1);
            // Somebody who would have been told, had it been there from the start.
            var late = new Receiver();
            WebhookCalls.register(example.peerAsn, late);
            var rows = rows();
            // When
            execute("truncate peering_progress, parked_transition, asn_contacts");
            readAgain("peering-transitions", "peer-asn-registrations");
            await().atMost(SOON).until(() -> takenIn() == 2);
            example.contacts = List.of(Example.contact(ContactRole.Noc, "new@peer.example"));
            topic.send(example, example.recorded(3, "LinkTested", ProvisioningStarted, null));
            // Then
            await().atMost(SOON)
                    .until(() -> mails.mailsOf(example).size() == 6
                            && late.messages().size() == 1);
            assertThat(mails.mailsOf(example)).extracting(MailServer::recipient).endsWith("new@peer.example");
            assertThat(receiver.messages()).hasSize(1);
            assertThat(late.messages().getFirst().json().at("/data/sequence").asInt())
                    .isEqualTo(3);
            assertThat(rows()).isEqualTo(rows + 2);
            late.close();
        }
    }

    /// A channel that is read by several has each of them under a name of its own.
    private void readAgain(String... names) {
        for (var channel : channels.getConsumerChannels()) {
            if (Stream.of(names).anyMatch(channel::startsWith)) {
                channels.getConsumer(channel)
                        .runOnPollingThread(consumer -> {
                            consumer.seekToBeginning(consumer.assignment());
                        })
                        .await()
                        .atMost(SOON);
            }
        }
    }

    private int rows() throws SQLException {
        return number("select count(*) from delivery where peering_id = '" + example.peeringId + "'");
    }

    private int takenIn() throws SQLException {
        return number("select coalesce(max(sequence), 0) from peering_progress where peering_id = '" + example.peeringId
                + "'");
    }

    private int number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
