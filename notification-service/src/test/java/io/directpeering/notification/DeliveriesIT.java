package io.directpeering.notification;

import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
