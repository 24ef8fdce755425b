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

import static io.directpeering.events.ConnectionState.Active;
import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class WebhooksIT {

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
    void transitionsArePostedInOrderSignedAndUnderIdsThatFollowFromThem() {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        // When
        topic.send(example, requested(1), approved(2), opened(3));
        // Then
        await().atMost(SOON).until(() -> receiver.messages().size() == 3);
        assertThat(receiver.messages())
                .extracting(message -> message.json().at("/type").asText())
                .containsExactly("PeeringRequested", "Approved", "TrafficOpened");
        assertThat(receiver.messages()).allSatisfy(message -> {
            assertThat(message.verifiedWith(webhook.secret())).isTrue();
            assertThat(message.json().at("/timestamp").asText()).isEqualTo(example.occurredAt.toString());
            assertThat(message.json().at("/data/peeringId").asText()).isEqualTo(example.peeringId.toString());
            assertThat(message.json().at("/data/peering/connections")).hasSize(2);
            assertThat(message.body()).doesNotContain("noc@peer.example", "alice@peer.example", "contacts");
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(webhook.deliveries().getList("items.status"))
                        .hasSize(3)
                        .containsOnly("Sent"));
        assertThat(webhook.deliveries().getList("items.messageId"))
                .containsExactlyElementsOf(receiver.messages().reversed().stream()
                        .map(Receiver.Message::id)
                        .toList());
    }

    @Test
    void aWebhookIsToldOfItsOwnNetworkAndOfWhatItAskedFor() {
        // Given
        var other = new Receiver();
        WebhookCalls.register(example.peerAsn, receiver, "TrafficOpened");
        WebhookCalls.register(WebhookCalls.someAsn(), other);
        // When
        topic.send(example, requested(1), approved(2), opened(3));
        // Then
        await().atMost(SOON).until(() -> !receiver.messages().isEmpty());
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> receiver.messages().size() == 1);
        assertThat(receiver.messages().getFirst().json().at("/type").asText()).isEqualTo("TrafficOpened");
        assertThat(other.messages()).isEmpty();
        other.close();
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
    void aReplayIsTheSameMessageAgain() {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        topic.send(example, requested(1));
        await().atMost(SOON)
                .until(() -> webhook.deliveries().getList("items.status").equals(List.of("Sent")));
        // When
        var answer = webhook.post("deliveries/" + webhook.deliveries().getString("items[0].id") + "/replay");
        // Then
        answer.then().statusCode(202);
        await().atMost(SOON).until(() -> receiver.messages().size() == 2);
        assertThat(receiver.messages().getFirst().id())
                .isEqualTo(receiver.messages().getLast().id());
        assertThat(receiver.messages().getFirst().body())
                .isEqualTo(receiver.messages().getLast().body());
    }

    @Test
    void forADayBothSecretsSign() {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        var rotated =
                webhook.post("rotate-secret").then().statusCode(200).extract().jsonPath();
        var fresh = rotated.getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(webhook.secret());
        topic.send(example, requested(1));
        await().atMost(SOON).until(() -> receiver.messages().size() == 1);
        // When
        TestTime.moveOn(Duration.ofHours(25));
        webhook.post("test").then().statusCode(200);
        // Then
        var during = receiver.messages().getFirst();
        assertThat(during.verifiedWith(webhook.secret())).isTrue();
        assertThat(during.verifiedWith(fresh)).isTrue();
        // A day ahead of the verifier's clock: only how many signatures there are can be seen.
        assertThat(receiver.messages()
                        .getLast()
                        .headers()
                        .firstValue("webhook-signature")
                        .orElse(""))
                .startsWith("v1,")
                .doesNotContain(" ");
    }

    @Test
    void aTestSaysWhatCameOfIt() {
        // Given
        var webhook = WebhookCalls.register(example.peerAsn, receiver);
        // When
        var taken = webhook.post("test").then().statusCode(200).extract().jsonPath();
        receiver.answering(302);
        var refused = webhook.post("test").then().statusCode(200).extract().jsonPath();
        // Then
        assertThat(taken.getString("status")).isEqualTo("Sent");
        assertThat(refused.getString("status")).isEqualTo("Undeliverable");
        assertThat(refused.getInt("answerStatus")).isEqualTo(302);
        assertThat(receiver.messages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.json().at("/type").asText()).isEqualTo("ping");
            assertThat(message.verifiedWith(webhook.secret())).isTrue();
        });
        assertThat(webhook.view().getString("state")).isEqualTo("Enabled");
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

    @Test
    void theOperatorsWebhookIsToldOfEveryNetworkAndWhoActed() {
        // Given
        var made = WebhookCalls.asOperator()
                .body(Map.of("url", receiver.url()))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        // When
        topic.send(example, requested(1));
        // Then
        await().atMost(SOON)
                .until(() -> receiver.messages().stream()
                        .anyMatch(message -> message.body().contains(example.peeringId.toString())));
        assertThat(receiver.messages())
                .filteredOn(message -> message.body().contains(example.peeringId.toString()))
                .allSatisfy(message -> {
                    assertThat(message.json().at("/data/actor").asText()).isEqualTo("alice@peer.example");
                    assertThat(message.verifiedWith(made.getString("secret"))).isTrue();
                });
        WebhookCalls.asOperator()
                .delete("/webhooks/" + made.getString("webhook.id"))
                .then()
                .statusCode(204);
    }

    private PeeringTransitioned requested(long sequence) {
        return example.both(sequence, "PeeringRequested", PendingApproval, null);
    }

    private PeeringTransitioned approved(long sequence) {
        return example.both(sequence, "Approved", ProvisioningStarted, null);
    }

    private PeeringTransitioned opened(long sequence) {
        return example.recorded(sequence, "TrafficOpened", Active, null);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
