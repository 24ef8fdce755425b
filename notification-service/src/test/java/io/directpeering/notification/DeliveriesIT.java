package io.directpeering.notification;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.local.issuer.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class DeliveriesIT {

    @Test
    void aPeeringThatNobodyKnowsHasNone() {
        // Given
        var unknown = UUID.randomUUID();
        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .get("/deliveries?peeringId=" + unknown);
        // Then
        answer.then().statusCode(200).body("items", is(empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deliveries",
                "/deliveries?peeringId=",
                "/deliveries?peeringId=1-1-1-1-1",
                "/deliveries?peeringId=no-uuid",
                "/deliveries?peeringId=123e4567-e89b-42d3-a456-42661417400g",
                "/deliveries?peeringId=%00",
                "/deliveries?peeringId=';drop table delivery"
            })
    void anIdThatIsNoneIsAProblemThatNamesTheField(String path) {
        // Given
        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .urlEncodingEnabled(!path.contains("%"))
                .get(path);
        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors[0].field", equalTo("peeringId"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,201",
        "limit,-1",
        "limit,x",
        "limit,1e2",
        "after,-1",
        "after,x",
        "channel,Fax",
        "chanel,Email"
    })
    void aParameterThatIsWrongIsNamed(String name, String value) {
        // Given
        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .queryParam("peeringId", UUID.randomUUID().toString())
                .queryParam(name, value)
                .get("/deliveries");
        // Then
        answer.then().statusCode(400).body("errors[0].field", equalTo(name));
    }

    @Test
    void aPeerSeesWhatWentToItsOwnAnAnalystSeesNoAddresses() {
        // Given
        var example = new Example();
        example.peerAsn = WebhookCalls.someAsn();
        var path = "/deliveries?peeringId=" + example.peeringId;
        try (var topic = new Topic()) {
            topic.send(example, example.both(1, "PeeringRequested", ConnectionState.PendingApproval, null));
            topic.send(example, example.both(2, "Approved", ConnectionState.ProvisioningStarted, null));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> WebhookCalls.asOperator()
                                .get(path)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 5);
        // When
        var own = WebhookCalls.asPeer(example.peerAsn).get(path).jsonPath();
        var others = WebhookCalls.asPeer(WebhookCalls.someAsn()).get(path).jsonPath();
        var analyst = WebhookCalls.as(Bearer.of(new Person("ana", Set.of("analyst"), Set.of())))
                .get(path);
        // Then
        assertThat(own.getList("items.recipient", String.class))
                .hasSize(4)
                .allMatch(to -> to.endsWith("@peer.example"));
        assertThat(others.getList("items")).isEmpty();
        assertThat(analyst.jsonPath().getList("items.recipient", String.class))
                .hasSize(5)
                .allMatch(to -> to.startsWith("***@"));
        assertThat(analyst.asString()).doesNotContain("noc@", "policy@", "review@");
    }

    @Test
    void aLongListComesInPages() {
        // Given
        var example = new Example();
        var path = "/deliveries?peeringId=" + example.peeringId;
        try (var topic = new Topic()) {
            topic.send(example, example.both(1, "Approved", ConnectionState.ProvisioningStarted, null));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> WebhookCalls.asOperator()
                                .get(path)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 3);
        // When
        var first = WebhookCalls.asOperator().get(path + "&limit=2&channel=Email");
        var second = WebhookCalls.asOperator().get(first.header("Link").replaceAll("^<|>.*", ""));
        var webhooks = WebhookCalls.asOperator().get(path + "&channel=Webhook");
        // Then
        assertThat(first.jsonPath().getList("items")).hasSize(2);
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.header("Link")).isNull();
        assertThat(webhooks.jsonPath().getList("items")).isEmpty();
    }

    @Test
    void deliveriesCannotBeWritten() {
        // Given
        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("olga"))
                .contentType("application/json")
                .body("{}")
                .post("/deliveries?peeringId=" + UUID.randomUUID());
        // Then
        answer.then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void healthAndMetricsAreThere() {
        // Given
        // When
        var ready = RestAssured.get("/q/health/ready");
        var metrics = RestAssured.get("/q/metrics");
        // Then
        ready.then().statusCode(200);
        metrics.then().statusCode(200).body(containsString("peering_transitions_parked"));
    }
}
