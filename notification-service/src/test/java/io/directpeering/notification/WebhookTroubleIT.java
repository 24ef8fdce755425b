package io.directpeering.notification;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.PeeringTransitioned;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What becomes of messages where a receiver, or this service, does not do what it should.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class WebhookTroubleIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    private final Example example = new Example();
    private final Topic topic = new Topic();
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void anAsnOfItsOwn() {
        example.peerAsn = WebhookCalls.someAsn();
    }

    @AfterEach
    void close() {
        TestTime.reset();
        topic.close();
        receiver.close();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndKeepsTheOrder() {
        // Given
        receiver.answering(503);
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        topic.send(example, requested(1), approved(2));
        await().atMost(SOON).until(() -> receiver.messages().size() >= 3);
        assertThat(webhook.view().getString("failingSince")).isNotNull();
        // When
        receiver.answering(200);
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(webhook.deliveries().getList("items.status"))
                        .hasSize(2)
                        .containsOnly("Sent"));
        var types = receiver.messages().stream()
                .map(message -> message.json().at("/type").asText())
                .toList();
        assertThat(types).startsWith("PeeringRequested", "PeeringRequested", "PeeringRequested");
        assertThat(types).last().isEqualTo("Approved");
        assertThat(receiver.messages().stream().map(Receiver.Message::id).distinct())
                .hasSize(2);
        assertThat(webhook.view().getString("failingSince")).isNull();
    }

    @Test
    void aWebhookThatIsGoneIsDisabledAndItsOwnerTold() {
        // Given
        receiver.answering(410);
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        // When
        try (var mails = MailServer.start()) {
            topic.send(example, requested(1), approved(2));
            await().atMost(SOON).until(() -> webhook.view().getString("state").equals("Disabled"));
            // Then
            assertThat(webhook.view().getString("disabledReason")).contains("410");
            assertThat(webhook.deliveries().getList("items.status")).containsOnly("Undeliverable");
            assertThat(receiver.messages()).hasSize(1);
            await().atMost(SOON)
                    .until(() ->
                            mails.subjects().contains("[Webhook " + webhook.id().substring(0, 8) + "] Disabled"));
        }
    }

    @Test
    void aDayOfFailuresDisablesAndAnotherTryIsByHand() {
        // Given
        receiver.answering(500);
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        topic.send(example, requested(1));
        await().atMost(SOON).until(() -> receiver.messages().size() >= 2);
        // When
        TestTime.moveOn(Duration.ofHours(23));
        await().atMost(SOON).until(() -> receiver.messages().size() >= 4);
        assertThat(webhook.view().getString("state")).isEqualTo("Enabled");
        TestTime.moveOn(Duration.ofHours(2));
        // Then
        await().atMost(SOON).until(() -> webhook.view().getString("state").equals("Disabled"));
        assertThat(webhook.view().getString("disabledReason")).contains("24 hours", "500");
        var delivery = webhook.deliveries().getString("items[0].id");
        webhook.post("deliveries/" + delivery + "/replay").then().statusCode(409);
        receiver.answering(200);
        webhook.patch(Map.of("state", "Enabled")).then().statusCode(200);
        webhook.post("deliveries/" + delivery + "/replay").then().statusCode(202);
        await().atMost(SOON)
                .until(() -> webhook.deliveries().getList("items.status").equals(List.of("Sent")));
        assertThat(receiver.messages().stream().map(Receiver.Message::id).distinct())
                .hasSize(1);
    }

    @Test
    void aCrashBetweenCommitAndPostLosesNothing() throws SQLException {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        execute("update webhook set held_until = now() + interval '1 hour' where id = '" + webhook.id() + "'");
        topic.send(example, requested(1));
        await().atMost(SOON).until(() -> webhook.deliveries().getList("items").size() == 1);
        // When: as a process leaves it that took the message up and died.
        execute("update delivery set attempts = 1, due_at = now() + interval '2 seconds' where webhook_id = '"
                + webhook.id() + "'");
        execute("update webhook set held_until = null where id = '" + webhook.id() + "'");
        // Then
        await().atMost(SOON)
                .until(() -> webhook.deliveries().getList("items.status").equals(List.of("Sent")));
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void aCrashBetweenPostAndRecordRepeatsUnderTheSameId() throws SQLException {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        execute("create function lost() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$");
        execute("create trigger lost before update on delivery for each row when (new.status = 'Sent' and"
                + " new.channel = 'Webhook') execute function lost()");
        // When
        try {
            topic.send(example, requested(1));
            await().atMost(SOON).until(() -> receiver.messages().size() > 1);
        } finally {
            execute("drop trigger lost on delivery");
            execute("drop function lost");
        }
        // Then
        await().atMost(SOON)
                .until(() -> webhook.deliveries().getList("items.status").equals(List.of("Sent")));
        assertThat(receiver.messages()).hasSizeGreaterThan(1);
        assertThat(receiver.messages().stream().map(Receiver.Message::id).distinct())
                .hasSize(1);
    }

    @Test
    void aSlowReceiverHoldsNobodyElseUp() {
        // Given
        receiver.pausing(Duration.ofSeconds(30));
        WebhookCalls.register(example.peerAsn, receiver);
        var quick = new Receiver();
        var others = new Example();
        others.peerAsn = WebhookCalls.someAsn();
        WebhookCalls.register(others.peerAsn, quick);
        // When
        for (int i = 0; i < 10; i++) {
            var slow = new Example();
            slow.peerAsn = example.peerAsn;
            topic.send(slow, slow.both(1, "PeeringRequested", PendingApproval, null));
        }
        topic.send(others, others.both(1, "PeeringRequested", PendingApproval, null));
        // Then
        await().atMost(Duration.ofSeconds(8)).until(() -> quick.messages().size() == 1);
        assertThat(receiver.messages()).hasSizeLessThanOrEqualTo(8);
        quick.close();
    }

    private PeeringTransitioned requested(long sequence) {
        return example.both(sequence, "PeeringRequested", PendingApproval, null);
    }

    private PeeringTransitioned approved(long sequence) {
        return example.both(sequence, "Approved", ProvisioningStarted, null);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
