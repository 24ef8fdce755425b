package io.directpeering.request.peering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.events.ValidationState;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

/// Two peers who make the same calls: of the other's, neither reads a byte or moves a thing.
@QuarkusTest
@OnRealParts
class OthersIT {

    private static final long A = 230_001;
    private static final long B = 230_002;
    private static final String SECRET_OF_B = "bertas-network";

    @Inject
    Operator operator;

    private String idOfB = "";
    private String connectionOfB = "";

    @BeforeEach
    void aPeeringOfB() {
        Door.awaitJudge();
        var registered = as(B).body(Map.of(
                        "name",
                        SECRET_OF_B,
                        "contacts",
                        List.of(Map.of("role", "Noc", "email", SECRET_OF_B + "@b.example", "phone", "+1 555 0100"))))
                .put("/peer-asns/" + B);
        operator.finds(B, registered.<Integer>path("revision"), ValidationState.Approved, null);
        Door.awaitValidation(B, "Approved");
        Door.approvedPeer(A);
        var requested = as(B).body(peering(B, SECRET_OF_B, connection())).post("/peerings");
        requested.then().statusCode(201);
        idOfB = requested.path("peeringId");
        connectionOfB = requested.path("connections[0].connectionId");
    }

    @Test
    void readsAndMovesNothingOfTheOther() {
        // Given
        var none = "/peerings/" + UUID.randomUUID();
        var ofB = "/peerings/" + idOfB;

        // When
        var answers = List.of(
                as(A).get(ofB),
                as(A).get(ofB + "?minSequence=1"),
                as(A).get(ofB + "/sessions"),
                as(A).get(ofB + "/sessions?minSequence=1"),
                as(A).delete(ofB),
                as(A).header("If-Match", "\"1\"").delete(ofB),
                as(A).delete(ofB + "/connections/" + connectionOfB),
                as(A).body(Map.of()).post(ofB + "/connections/" + connectionOfB + "/retry"),
                as(A).body(Map.of("answer", "x")).post(ofB + "/information"));
        var absent = as(A).get(none);

        // Then
        answers.forEach(answer -> {
            answer.then().statusCode(404);
            assertThat(told(answer, idOfB)).isEqualTo(told(absent, none.substring(10)));
        });
        as(B).get(ofB).then().statusCode(200).body("sequence", equalTo(1));
        takeDown(ofB);
    }

    @Test
    void listsOnlyItsOwn() {
        // When
        var peerings = as(A).get("/peerings");
        var filtered = as(A).get("/peerings?peerAsn=" + B);
        var registrations = as(A).get("/peer-asns");

        // Then
        peerings.then().statusCode(200).body("items.peerAsn", everyItem(equalTo((int) A)));
        filtered.then().statusCode(200).body("items", empty());
        registrations.then().statusCode(200).body("items.asn", contains((int) A));
        for (var answer : List.of(peerings, filtered, registrations)) {
            assertThat(answer.asString()).doesNotContain(SECRET_OF_B);
        }
        takeDown("/peerings/" + idOfB);
    }

    @Test
    void speaksForNobodyElse() {
        // When
        var answers = List.of(
                as(A).get("/peer-asns/" + B),
                as(A).body(Door.registration()).put("/peer-asns/" + B),
                as(A).delete("/peer-asns/" + B),
                as(A).body(peering(B, "fra-9", connection())).post("/peerings"),
                as(A).get("/legacy-peerings?peerAsn=220001"),
                as(A).body(Map.of(
                                "peerAsn",
                                220001,
                                "name",
                                "x",
                                "peeringLocation",
                                "Frankfurt",
                                "legacyLinks",
                                List.of("FRA-0001")))
                        .post("/legacy-peerings"));

        // Then
        answers.forEach(answer -> {
            answer.then().statusCode(403).contentType("application/problem+json");
            assertThat(answer.asString()).doesNotContain(SECRET_OF_B);
        });
        takeDown("/peerings/" + idOfB);
    }

    @Test
    void showsNoContactsToAnalysts() {
        // When
        var read = given().header(
                        Bearer.HEADER,
                        Bearer.of(new io.directpeering.local.issuer.Person(
                                "ada", java.util.Set.of("analyst"), java.util.Set.of())))
                .get("/peer-asns/" + B);

        // Then
        read.then()
                .statusCode(200)
                .body("contacts[0].role", equalTo("Noc"))
                .body("contacts[0].email", nullValue())
                .body("contacts[0].phone", nullValue());
        assertThat(read.asString()).doesNotContain("b.example");
        takeDown("/peerings/" + idOfB);
    }

    private static void takeDown(String peering) {
        as(B).delete(peering).then().statusCode(200);
    }

    private static String told(Response answer, String id) {
        return answer.<String>path("detail").replace(id, "ID");
    }

    private static RequestSpecification as(long asn) {
        return given().header(Bearer.HEADER, Bearer.peer("peer-" + asn, asn)).contentType("application/json");
    }
}
