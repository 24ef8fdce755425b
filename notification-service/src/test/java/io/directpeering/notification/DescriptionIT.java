package io.directpeering.notification;

import io.directpeering.backends.Described;
import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class DescriptionIT {

    @Test
    void isEnoughToGenerateAClientFrom() {
        // Given
        // When
        var description = Described.by(RestAssured.get("/q/openapi?format=json").asString());
        // Then
        description.assertEnoughForAClient();
        assertThat(description.operationIds())
                .containsExactlyInAnyOrder(
                        "listDeliveries",
                        "registerWebhook",
                        "listWebhooks",
                        "readWebhook",
                        "changeWebhook",
                        "deleteWebhook",
                        "rotateWebhookSecret",
                        "testWebhook",
                        "listWebhookDeliveries",
                        "replayWebhookDelivery");
        assertThat(description.parameters("POST /webhooks")).containsExactly("Idempotency-Key");
        assertThat(description.parameters("DELETE /webhooks/{id}"))
                .containsExactlyInAnyOrder("id", "Idempotency-Key", "If-Match");
        assertThat(description.parameters("POST /webhooks/{id}/rotate-secret"))
                .containsExactlyInAnyOrder("id", "Idempotency-Key", "If-Match");
        assertThat(description.answers("GET /webhooks/{id}")).contains("200", "304");
    }
}
