package io.directpeering.approval.manners;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class DecisionMannersIT {

    private static final Asked ALICE = Asked.by("alice");
    private static final String KEY = "Idempotency-Key";

    private final Asked keyed = ALICE.with(KEY, UUID.randomUUID().toString());
    private final PeeringCase peering = PeeringCase.fresh();
    private final String review = "/reviews/" + peering.peeringId();

    private Judge judge;
    private FactsSeen facts;

    @BeforeEach
    void open() {
        judge = new Judge(Backends.shared());
        facts = new FactsSeen(Backends.shared());
    }

    @AfterEach
    void close() {
        judge.close();
        facts.close();
    }

    @Test
    void fiftyEqualApprovalsAtOnceAreOneFactAndOneAnswer() {
        // Given
        asked();

        // When
        var under = keyed.posts(50, review + "/approve", Map.of("reason", "fits"));
        judge.says(peering.accepted(2, facts.await(peering.peeringId(), 1), ConnectionState.ProvisioningStarted));

        // Then
        var answers = Asked.all(under);
        var settled = settled("/approve", Map.of("reason", "fits"));
        // Whom the decision did not reach in time is told so, and asks again.
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsAnyOf(200, 202)
                .isSubsetOf(200, 202);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .extracting(Response::asString)
                .isSubsetOf(settled.asString());
        assertThat(settled.header("ETag")).isEqualTo(ALICE.tag(review));
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void aQuestionIsAskedOncePerKey() {
        // Given
        asked();
        var question = Map.of("question", "Which router?");

        // When
        var first = keyed.posts(1, review + "/request-information", question);
        judge.says(peering.recorded(2, facts.await(peering.peeringId(), 1)));
        Asked.all(first);
        var settled = settled("/request-information", question);
        judge.says(peering.answered(3, "The one on the left."));
        await().atMost(10, SECONDS)
                .until(() -> ALICE.gets(review).path("sequence").equals(3));
        var again = keyed.posts(review + "/request-information", question);
        var otherwise = keyed.posts(review + "/request-information", Map.of("question", "And which port?"));
        var rejection = keyed.posts(review + "/reject", Map.of("reason", "too late"));

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(settled.asString());
        for (var answer : List.of(otherwise, rejection)) {
            answer.then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("code", equalTo("IdempotencyKeyUsedOtherwise"));
        }
        assertThat(facts.of(peering.peeringId())).hasSize(1);
    }

    @Test
    void whatWasRefusedLeavesTheKeyFree() {
        // Given
        judge.says(peering.withBandwidth(5_000).requested());
        awaitReview();

        // When
        var refused = keyed.posts(review + "/approve", Map.of());
        var rejected = keyed.posts(1, review + "/reject", Map.of("reason", "too narrow"));
        judge.says(peering.accepted(2, facts.await(peering.peeringId(), 1), ConnectionState.Rejected));

        // Then
        refused.then().statusCode(409).body("code", equalTo("HardRulesFailed"));
        assertThat(Asked.all(rejected)).extracting(Response::statusCode).isSubsetOf(200, 202);
        awaitStatus("Rejected");
    }

    @Test
    void decidesOnlyOnWhatTheApproverHasSeen() {
        // Given
        asked();
        var seen = ALICE.tag(review);
        judge.says(peering.answered(2, "Something new."));
        await().atMost(10, SECONDS)
                .until(() -> ALICE.gets(review).path("sequence").equals(2));

        // When
        var late = ALICE.with("If-Match", seen).posts(review + "/approve", Map.of());
        var stated = facts.of(peering.peeringId());
        var now = ALICE.with("If-Match", ALICE.tag(review)).posts(1, review + "/approve", Map.of());
        judge.says(peering.accepted(3, facts.await(peering.peeringId(), 1), ConnectionState.ProvisioningStarted));

        // Then
        late.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("PreconditionFailed"))
                .body("errors.field", contains("If-Match"));
        assertThat(stated).isEmpty();
        assertThat(Asked.all(now)).extracting(Response::statusCode).isSubsetOf(200, 202);
        awaitStatus("Approved");
    }

    @Test
    void saysNothingTwiceAndAgeIsNoChange() {
        // Given
        asked();
        var first = ALICE.gets(review);

        // When
        await().atMost(5, SECONDS)
                .until(() -> !ALICE.gets(review).path("ageInSeconds").equals(first.path("ageInSeconds")));
        var known =
                ALICE.with("If-None-Match", "\"x\", " + first.header("ETag")).gets(review);
        var other = ALICE.with("If-None-Match", "\"x\"").gets(review);

        // Then
        known.then().statusCode(304).header("ETag", first.header("ETag")).body(emptyString());
        other.then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key,''",
        "Idempotency-Key,a\tb",
        "Idempotency-Key,two words",
        "If-Match,''",
        "If-Match,W/\"1\"",
        "If-Match,1",
        "If-Match,\"a\"  \"b\"",
    })
    void filesNothingUnderAGarbledHeader(String header, String value) {
        // Given
        asked();

        // When
        var answer = ALICE.with(header, value).posts(review + "/approve", Map.of());

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.field", contains(header));
        assertThat(facts.of(peering.peeringId())).isEmpty();
        ALICE.gets(review).then().body("approvals.size()", equalTo(0));
    }

    @Test
    void aKeyMayNotBeLongerThanWhatIsStored() {
        // Given
        asked();

        // When
        var answer = ALICE.with(KEY, "k".repeat(256)).posts(review + "/approve", Map.of());

        // Then
        answer.then().statusCode(400).body("errors.field", contains(KEY));
        assertThat(facts.of(peering.peeringId())).isEmpty();
    }

    /// The answer under the key, once the decision is seen here.
    private Response settled(String what, Map<String, ?> body) {
        return await().atMost(20, SECONDS)
                .until(() -> keyed.posts(review + what, body), answer -> answer.statusCode() == 200);
    }

    private void awaitStatus(String status) {
        await().atMost(20, SECONDS)
                .until(() -> ALICE.gets(review).path("status").equals(status));
    }

    private void asked() {
        judge.says(peering.requested());
        awaitReview();
    }

    private void awaitReview() {
        await().atMost(20, SECONDS).until(() -> ALICE.gets(review).statusCode() == 200);
    }
}
