package io.directpeering.approval.manners;

import java.util.Map;
import java.util.UUID;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.approval.fixture.Strict;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(Strict.class)
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class FindingMannersIT {

    private static final Asked ALICE = Asked.by("alice");

    private final Asked keyed = ALICE.with("Idempotency-Key", UUID.randomUUID().toString());
    private final RegistrationCase peer = RegistrationCase.fresh();
    private final String review = "/peer-asn-reviews/" + peer.asn();

    private Judge log;
    private FactsSeen found;

    @BeforeEach
    void registered() {
        log = new Judge(Backends.shared());
        found = new FactsSeen(Backends.shared(), Topics.PEER_ASN_VALIDATIONS);
        log.says(peer.registered());
        await().atMost(20, SECONDS).until(() -> ALICE.gets(review).statusCode() == 200);
    }

    @AfterEach
    void close() {
        log.close();
        found.close();
    }

    @Test
    void fiftyEqualFindingsAtOnceAreOne() {
        // When
        var answers = Asked.all(keyed.posts(50, review + "/approve", Map.of("reason", "we know them")));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        found.await(peer.asn(), 1);
        assertThat(found.of(peer.asn())).hasSize(1);
        keyed.posts(review + "/approve", Map.of("reason", "another"))
                .then()
                .statusCode(422)
                .body("code", equalTo("IdempotencyKeyUsedOtherwise"));
    }

    @Test
    void findsOnlyWhatTheApproverHasSeen() {
        // Given
        var seen = ALICE.with("If-Match", ALICE.tag(review));
        ALICE.posts(review + "/approve", Map.of()).then().statusCode(200);

        // When
        var late = seen.posts(review + "/reject", Map.of("reason", "no network"));
        var now = ALICE.with("If-Match", ALICE.tag(review)).posts(review + "/reject", Map.of("reason", "no network"));

        // Then
        late.then().statusCode(412).body("errors.field", contains("If-Match"));
        now.then().statusCode(200).body("validationState", equalTo("Failed"));
        ALICE.with("If-None-Match", now.header("ETag")).gets(review).then().statusCode(304);
    }
}
