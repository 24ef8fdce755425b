package io.directpeering.request.openapi;

import io.directpeering.backends.Described;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnRealParts
class DescriptionIT {

    @Test
    void isEnoughToGenerateAClientFrom() {
        // When
        var description = description();

        // Then
        description.assertEnoughForAClient();
        assertThat(description.operationIds())
                .containsExactlyInAnyOrder(
                        "listPeerAsns",
                        "readPeerAsn",
                        "registerPeerAsn",
                        "endPeerAsn",
                        "listPeerings",
                        "countPeerings",
                        "requestPeering",
                        "readPeering",
                        "readSessions",
                        "followPeerings",
                        "readHistory",
                        "compareInstants",
                        "readDurations",
                        "deprovisionPeering",
                        "deprovisionConnection",
                        "retryConnection",
                        "provideInformation",
                        "listLegacyLinks",
                        "convertLegacyPeering");
    }

    @Test
    void tellsOfKeysAndConditions() {
        // When
        var description = description();

        // Then
        assertThat(description.parameters("POST /peerings")).containsExactly("Idempotency-Key");
        assertThat(description.parameters("DELETE /peerings/{peeringId}"))
                .containsExactlyInAnyOrder("Idempotency-Key", "If-Match", "reason", "peeringId");
        assertThat(description.parameters("PUT /peer-asns/{asn}")).contains("Idempotency-Key", "If-Match");
        assertThat(description.parameters("DELETE /peer-asns/{asn}")).contains("Idempotency-Key", "If-Match");
        assertThat(description.parameters("GET /peerings/{peeringId}")).contains("If-None-Match", "minSequence");
        assertThat(description.parameters("GET /peerings"))
                .containsExactlyInAnyOrder(
                        "peerAsn",
                        "state",
                        "peeringLocation",
                        "connectionState",
                        "facility",
                        "overdue",
                        "redundant",
                        "limit",
                        "after");
        assertThat(description.answers("POST /peerings/{peeringId}/connections/{connectionId}/retry"))
                .contains("200", "202", "404", "409", "412", "422");
    }

    private static Described description() {
        return Described.by(given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
