package io.directpeering.request.asn;

import java.util.List;
import java.util.Map;

import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.says;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@OnRealParts
class PeerAsnIT {

    @Test
    void registersAtOnceAndReplacesOnTheSecondTime() {
        // Given
        var first = says(Door.registration()).put("/peer-asns/200001");
        var changed = Map.of(
                "name",
                "Renamed Networks",
                "contacts",
                List.of(
                        Map.of("role", "Policy", "email", "policy@peer.example"),
                        Map.of("role", "Noc", "name", "NOC", "email", "noc@peer.example", "phone", "+1 555 0100")));

        // When
        var second = says(changed).put("/peer-asns/200001");

        // Then
        first.then()
                .statusCode(201)
                .header("Location", endsWith("/peer-asns/200001"))
                .body("validationState", equalTo("Approved"));
        second.then().statusCode(200);
        Door.as("anna")
                .get("/peer-asns/200001")
                .then()
                .statusCode(200)
                .body("asn", equalTo(200001))
                .body("name", equalTo("Renamed Networks"))
                .body("contacts.role", contains("Policy", "Noc"))
                .body("contacts[1].phone", equalTo("+1 555 0100"));
        Door.as("anna").get("/peer-asns").then().statusCode(200).body("items.asn", hasItem(200001));
    }

    @Test
    void tellsHowToRegisterWhatIsNot() {
        // When
        var answer = Door.as("anna").get("/peer-asns/200002");

        // Then
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("PUT /peer-asns/200002"));
    }
}
