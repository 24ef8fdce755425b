package io.directpeering.approval.openapi;

import io.directpeering.backends.Described;
import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class DescriptionIT {

    @Test
    void isEnoughToGenerateAClientFrom() {
        // When
        var description = Described.by(given().get("/q/openapi?format=json").asString());

        // Then
        description.assertEnoughForAClient();
        assertThat(description.operationIds())
                .containsExactlyInAnyOrder(
                        "listReviews",
                        "readReview",
                        "approveRequest",
                        "rejectRequest",
                        "requestInformation",
                        "listPeerAsnReviews",
                        "readPeerAsnReview",
                        "approvePeerAsn",
                        "rejectPeerAsn",
                        "readPolicy",
                        "checkPolicy");
        assertThat(description.parameters("POST /reviews/{peeringId}/approve"))
                .containsExactlyInAnyOrder("peeringId", "Idempotency-Key", "If-Match");
        assertThat(description.parameters("POST /peer-asn-reviews/{asn}/reject"))
                .containsExactlyInAnyOrder("asn", "Idempotency-Key", "If-Match");
        assertThat(description.parameters("GET /reviews")).containsExactlyInAnyOrder("status", "limit", "after");
        assertThat(description.answers("GET /reviews/{peeringId}")).contains("200", "304");
    }
}
