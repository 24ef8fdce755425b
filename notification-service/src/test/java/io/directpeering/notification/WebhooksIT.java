package io.directpeering.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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
}
