package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;

import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What the assembled service tells of time, with the periods as they are by default.
@QuarkusTest
@OnRealParts
class StageIT {

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void readsTellTimeInStateAndDeadline() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var read = Door.as("anna").get("/peerings/" + id).jsonPath();

        // Then
        var enteredAt = Instant.parse(read.getString("connections[0].enteredAt"));
        assertThat(Instant.parse(read.getString("connections[0].deadline")))
                .isEqualTo(enteredAt.plus(Duration.ofHours(72)));
        assertThat(Duration.parse(read.getString("connections[0].timeInState"))).isLessThan(Duration.ofMinutes(1));
        assertThat(read.getBoolean("connections[0].overdue")).isFalse();
        assertThat(read.getMap("$")).doesNotContainKey("openQuestion");
    }

    @Test
    void metricsCountHeadsAndOutcomes() {
        // Given
        requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var metrics = given().get("/q/metrics").asString();

        // Then
        assertThat(metrics)
                .containsPattern(
                        "peering_transitions_total\\{fact=\"PeeringRequested\",outcome=\"Transitioned\"\\} [1-9]")
                .containsPattern("peering_connections\\{state=\"PendingApproval\"\\} ")
                .containsPattern("peering_connections_overdue\\{state=\"PendingApproval\"\\} 0.0")
                .containsPattern("peering_connections_oldest_age_seconds\\{state=\"Validating\"\\} ");
    }
}
