package io.directpeering.request.peering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.events.Approved;
import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.events.RetryRequested;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.post;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/// A peering whose two connections failed, and the ways on from there.
@QuarkusTest
@OnRealParts
class CommandsIT {

    @Inject
    TheLog log;

    private UUID id = new UUID(0, 0);
    private String first = "";
    private String second = "";

    @BeforeEach
    void twoFailedConnections() throws Exception {
        Door.awaitJudge();
        var requested = post(peering(registeredPeer(), "fra-1", connection(), connection()));
        requested.then().statusCode(201);
        id = UUID.fromString(requested.path("peeringId"));
        var at = "/peerings/" + id + "/connections/";
        first = at + requested.<String>path("connections[0].connectionId");
        second = at + requested.<String>path("connections[1].connectionId");
        state(new Approved(metadata(1L), "1", List.of(), null, List.of()), 2);
        state(new ProvisioningAborted(metadata(null), "no light"), 3);
    }

    @Test
    void takesOneDownAndTriesTheOtherAgain() {
        // When
        var down = as("anna").delete(first + "?reason=moving out");
        var again = says(Map.of("reason", "new optics")).post(second + "/retry");
        var whole = as("anna").delete("/peerings/" + id);

        // Then
        down.then().statusCode(200).body("connections.state", contains("PendingRemove", "ProvisioningFailed"));
        again.then().statusCode(200).body("connections.state", contains("PendingRemove", "ProvisioningStarted"));
        whole.then()
                .statusCode(409)
                .body("code", equalTo("NotAllowedInState"))
                .body("reason", containsString(second.substring(second.lastIndexOf('/') + 1)));
        var facts = log.of(Topics.PEERING_EVENTS, id);
        assertThat(((DeprovisionRequested) facts.get(3)).getReason()).isEqualTo("moving out");
        assertThat(((RetryRequested) facts.get(4)).getReason()).isEqualTo("new optics");
    }

    @Test
    void changesNothingTheSecondTime() {
        // Given
        as("anna").delete("/peerings/" + id).then().statusCode(200).body("sequence", equalTo(4));

        // When
        var again = as("anna").delete("/peerings/" + id);
        var late = says(Map.of()).post(first + "/retry");

        // Then
        again.then().statusCode(409).body("sequence", equalTo(4));
        late.then().statusCode(409).body("sequence", equalTo(4));
        as("anna")
                .get("/peerings/" + id)
                .then()
                .body("sequence", equalTo(4))
                .body("connections.state", contains("PendingRemove", "PendingRemove"));
        // Answers come before what they tell of is committed.
        await().untilAsserted(() -> {
            assertThat(log.of(Topics.PEERING_TRANSITIONS, id)).hasSize(4);
            assertThat(log.of(Topics.PEERING_REFUSALS, id)).hasSize(2);
        });
    }

    private void state(SpecificRecord fact, int sequence) throws Exception {
        log.state(fact);
        as("anna").get("/peerings/" + id + "?minSequence=" + sequence).then().statusCode(200);
    }

    private EventMetadata metadata(@Nullable Long answers) {
        return new EventMetadata(
                UUID.randomUUID(),
                id,
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "approval-service",
                "otto",
                answers,
                null);
    }
}
