package io.directpeering.request.peering;

import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnRealParts
class ConditionsIT {

    @Inject
    TheLog log;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void putsWhatIsExpectedIntoTheFact() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var matching = as("anna").header("If-Match", "\"1\"").delete("/peerings/" + id);

        // Then
        matching.then().statusCode(200).header("ETag", "\"2\"");
        var facts = log.of(Topics.PEERING_EVENTS, UUID.fromString(id));
        assertThat(((DeprovisionRequested) facts.getLast()).getMetadata().getExpects())
                .isEqualTo(1);
    }

    @Test
    void doesNothingWhereThePeeringHasMovedOn() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var answer = as("anna").header("If-Match", "\"7\"").delete("/peerings/" + id);

        // Then
        answer.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("SequenceMismatch"))
                .body("sequence", equalTo(1));
        as("anna").get("/peerings/" + id).then().body("state", equalTo("PendingApproval"));
    }

    @Test
    void takesAnyThatExists() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var any = as("anna").header("If-Match", "*").delete("/peerings/" + id);
        var none = as("anna").header("If-Match", "*").delete("/peerings/" + UUID.randomUUID());

        // Then
        any.then().statusCode(200);
        none.then().statusCode(404);
    }

    @Test
    void refusesAConditionThatCannotBeMeant() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var answers = List.of("W/\"1\"", "1", "\"1\", \"2\"", "\"abc\"").stream()
                .map(tag -> as("anna").header("If-Match", tag).delete("/peerings/" + id))
                .toList();

        // Then
        answers.forEach(answer -> answer.then().statusCode(400).body("errors.field", contains("If-Match")));
        Door.as("anna").get("/peerings/" + id).then().body("sequence", equalTo(1));
    }

    @Test
    void saysNothingNewWhereNothingIs() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var same = Door.as("anna").header("If-None-Match", "\"0\", \"1\"").get("/peerings/" + id);
        var other = Door.as("anna").header("If-None-Match", "\"2\"").get("/peerings/" + id);

        // Then
        same.then().statusCode(304).header("ETag", "\"1\"").body(emptyString());
        other.then().statusCode(200);
    }
}
