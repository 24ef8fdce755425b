package io.directpeering.provisioning.openapi;

import io.directpeering.backends.Described;
import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
class DescriptionIT {

    @Test
    void isEnoughToGenerateAClientFrom() {
        // When
        var description = Described.by(given().get("/q/openapi?format=json").asString());

        // Then
        description.assertEnoughForAClient();
        assertThat(description.operationIds())
                .containsExactlyInAnyOrder(
                        "readCatalogue",
                        "readLetter",
                        "listLetters",
                        "reissueLetter",
                        "revokeLetter",
                        "verifyLetter",
                        "readCeaseLetter",
                        "reportLinkTest",
                        "runLinkTest",
                        "reportWiringCompleted",
                        "abortProvisioning",
                        "listMaintenances",
                        "announceMaintenance",
                        "completeMaintenance",
                        "cancelMaintenance",
                        "readWork",
                        "readPrefixList",
                        "setPrefixList",
                        "withdrawPrefixList",
                        "listPrefixListVersions",
                        "readPrefixListVersion",
                        "readSimulator",
                        "setSimulatorFaults",
                        "raiseStorm");
        var connection = "/peerings/{peeringId}/connections/{connectionId}";
        assertThat(description.parameters("POST " + connection + "/loa/revoke"))
                .containsExactlyInAnyOrder("peeringId", "connectionId", "Idempotency-Key", "If-Match");
        assertThat(description.parameters("POST " + connection + "/wiring-completed"))
                .containsExactlyInAnyOrder("peeringId", "connectionId", "Idempotency-Key");
        assertThat(description.answers("GET " + connection + "/loa")).contains("200", "304");
    }
}
