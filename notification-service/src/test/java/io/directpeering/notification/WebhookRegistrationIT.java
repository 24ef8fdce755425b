package io.directpeering.notification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.local.issuer.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.notification.WebhookCalls.as;
import static io.directpeering.notification.WebhookCalls.asOperator;
import static io.directpeering.notification.WebhookCalls.asPeer;
import static io.directpeering.notification.WebhookCalls.someAsn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class WebhookRegistrationIT {

    private final Receiver receiver = new Receiver();
    private final long asn = someAsn();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aSecretIsShownOnce() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver, "Approved");
        // When
        var one = asPeer(asn).get("/webhooks/" + webhook.id()).asString();
        var all = asPeer(asn).get("/webhooks").asString();
        var log = asPeer(asn).get("/webhooks/" + webhook.id() + "/deliveries").asString();
        // Then
        assertThat(webhook.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(one + all + log).doesNotContain("whsec_", webhook.secret().substring(6));
        assertThat(webhook.view().getList("events")).isEqualTo(List.of("Approved"));
    }

    static Stream<Map<String, Object>> bad() {
        var url = "http://127.0.0.1:1/";
        return Stream.of(
                Map.of("field", "url", "body", "{}"),
                Map.of("field", "url", "body", "{\"url\":\"https://192.168.1.1/\"}"),
                Map.of("field", "url", "body", "{\"url\":\"https://2130706433/\"}"),
                Map.of("field", "url", "body", "{\"url\":\"https://[::1]/\"}"),
                Map.of("field", "url", "body", "{\"url\":\"https://u:p@127.0.0.1/\"}"),
                Map.of("field", "url", "body", "{\"url\":\"https://169.254.169.254/latest\"}"),
                Map.of("field", "url", "body", "{\"url\":\"http://127.0.0.1/\\r\\nX: y\"}"),
                Map.of("field", "url", "body", "{\"url\":\"https://" + "a".repeat(3000) + ".net/\"}"),
                Map.of("field", "events[1]", "body", "{\"url\":\"" + url + "\",\"events\":[\"Approved\",\"Nothing\"]}"),
                Map.of("field", "events[0]", "body", "{\"url\":\"" + url + "\",\"events\":[null]}"),
                Map.of("field", "description", "body", "{\"url\":\"" + url + "\",\"description\":\"a\\nb\"}"),
                Map.of("field", "description", "body", "{\"url\":\"" + url + "\",\"description\":\"\\u202ea\"}"),
                Map.of("field", "description", "body", "{\"url\":\"" + url + "\",\"description\":\"\\u0000\"}"),
                Map.of("field", "state", "body", "{\"url\":\"" + url + "\",\"state\":\"Gone\"}"),
                Map.of("field", "peerAsn", "body", "{\"url\":\"" + url + "\",\"peerAsn\":0}"),
                Map.of("field", "peerAsn", "body", "{\"url\":\"" + url + "\",\"peerAsn\":4294967296}"),
                Map.of("field", "peerAsn", "body", "{\"url\":\"" + url + "\",\"peerAsn\":\"64501\"}"),
                Map.of("field", "secret", "body", "{\"url\":\"" + url + "\",\"secret\":\"whsec_x\"}"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsNamedAndNothingIsStored(Map<String, Object> bad) {
        // Given
        int before = asOperator().get("/webhooks").jsonPath().getList("items").size();
        // When
        var answer = asOperator().body(bad.get("body")).post("/webhooks");
        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.field", hasItem((String)
                bad.get("field")));
        assertThat(asOperator().get("/webhooks").jsonPath().getList("items")).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"url\":", "\"text\""})
    void aBodyThatIsNoneIsAProblem(String body) {
        // Given
        // When
        var answer = asOperator().body(body).post("/webhooks");
        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aPeerSpeaksForItsOwnNetworksOnly() {
        // Given
        var body = Map.of("url", receiver.url(), "peerAsn", someAsn());
        var all = Map.of("url", receiver.url());
        // When
        var others = asPeer(asn).body(body).post("/webhooks");
        var everybodys = asPeer(asn).body(all).post("/webhooks");
        // Then
        others.then().statusCode(403);
        everybodys.then().statusCode(400).body("errors.field", hasItem("peerAsn"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,''",
        "PATCH,''",
        "DELETE,''",
        "POST,/rotate-secret",
        "POST,/test",
        "GET,/deliveries",
        "POST,/deliveries/1/replay"
    })
    void ofOthersWebhooksThereIsNothing(String method, String path) {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        var request = asPeer(someAsn());
        // When
        var answer = (method.equals("PATCH") ? request.body("{}") : request)
                .request(method, "/webhooks/" + webhook.id() + path);
        // Then
        answer.then().statusCode(404).contentType("application/problem+json").body("detail", not(equalTo("")));
        assertThat(receiver.messages()).isEmpty();
        assertThat(webhook.view().getString("state")).isEqualTo("Enabled");
    }

    @Test
    void listsShowWhatIsOnesOwn() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var own = asPeer(asn).get("/webhooks").jsonPath();
        var strange = asPeer(someAsn()).get("/webhooks").jsonPath();
        // Then
        assertThat(own.getList("items.id")).containsExactly(webhook.id());
        assertThat(strange.getList("items.id")).isEmpty();
    }

    @Test
    void anAnalystReadsHostsAndChangesNothing() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        var analyst = Bearer.of(new Person("ana", Set.of("analyst"), Set.of()));
        // When
        var read = as(analyst).get("/webhooks/" + webhook.id());
        var changed = as(analyst).body("{\"state\":\"Disabled\"}").patch("/webhooks/" + webhook.id());
        // Then
        read.then().statusCode(200).body("url", equalTo("http://127.0.0.1/***"));
        changed.then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks",
                "/webhooks/123e4567-e89b-42d3-a456-426614174000",
                "/deliveries?peeringId=123e4567-e89b-42d3-a456-426614174000"
            })
    void nobodyIsAnsweredNothing(String path) {
        // Given
        // When
        var answer = RestAssured.get(path);
        // Then
        answer.then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "no-uuid", "00000000-0000-0000-0000-00000000000g"})
    void anIdThatIsNoneIsNotFound(String id) {
        // Given
        // When
        var answer = asOperator().get("/webhooks/" + id);
        // Then
        answer.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aChangeChangesWhatItNames() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver, "Approved");
        // When
        webhook.patch(Map.of("description", "Chat of the NOC", "state", "Disabled"))
                .then()
                .statusCode(200);
        var inside = webhook.patch(Map.of("url", "https://10.0.0.1/"));
        var moved = webhook.patch(Map.of("peerAsn", someAsn()));
        // Then
        inside.then().statusCode(400).body("errors.field", hasItem("url"));
        moved.then().statusCode(400).body("errors.field", hasItem("peerAsn"));
        var view = webhook.view();
        assertThat(view.getString("description")).isEqualTo("Chat of the NOC");
        assertThat(view.getString("state")).isEqualTo("Disabled");
        assertThat(view.getString("url")).isEqualTo(receiver.url());
        assertThat(view.getList("events")).isEqualTo(List.of("Approved"));
    }

    @Test
    void whatIsDeletedIsGone() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var first = asPeer(asn).delete("/webhooks/" + webhook.id());
        var second = asPeer(asn).delete("/webhooks/" + webhook.id());
        // Then
        first.then().statusCode(204);
        second.then().statusCode(404);
    }

    @Test
    void anOwnerHasOnlySoMany() {
        // Given
        for (int i = 0; i < 20; i++) {
            WebhookCalls.register(asn, receiver);
        }
        // When
        var answer =
                asPeer(asn).body(Map.of("url", receiver.url(), "peerAsn", asn)).post("/webhooks");
        // Then
        answer.then().statusCode(409).body("code", equalTo("TooManyWebhooks"));
    }

    @Test
    void aMessageThatIsNotTheWebhooksIsNotReplayed() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        var others = WebhookCalls.register(someAsn(), receiver);
        var id = others.post("test").jsonPath().getString("id");
        // When
        var strange = webhook.post("deliveries/" + id + "/replay");
        var none = webhook.post("deliveries/" + UUID.randomUUID() + "/replay");
        // Then
        strange.then().statusCode(404);
        none.then().statusCode(404);
    }

    @Test
    void theLogIsReadPageByPage() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        for (int i = 0; i < 5; i++) {
            webhook.post("test");
        }
        // When
        var first = asPeer(asn).get("/webhooks/" + webhook.id() + "/deliveries?limit=3");
        var link = first.header("Link").replaceAll("^<|>.*", "");
        var second = asPeer(asn).get(link);
        // Then
        assertThat(first.jsonPath().getList("items")).hasSize(3);
        assertThat(second.jsonPath().getList("items")).hasSize(2);
        assertThat(second.header("Link")).isNull();
        var ids = Stream.of(first, second)
                .flatMap(page -> page.jsonPath().getList("items.id", Long.class).stream())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }
}
