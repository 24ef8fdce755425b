package io.directpeering.request.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.events.ValidationState;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnRealParts
class OutboxIT {

    private final UUID peering = UUID.randomUUID();

    @Inject
    Outbox outbox;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TheLog log;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void sweepsWhatWasCommittedAndNeverSent() {
        // Given
        var request = request();
        var withdrawal = new DeprovisionRequested(metadata(), null);

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            List.of(request, withdrawal).forEach(OutboxIT::leaveBehind);
            // Before the rows are there for the sweep
            Door.as("anna").get("/peerings/" + peering).then().statusCode(404);
        });

        // Then
        await().atMost(60, SECONDS).until(this::rows, rows -> rows == 0);
        Door.as("anna").get("/peerings/" + peering).then().statusCode(200).body("state", equalTo("Removed"));
        assertThat(log.of(Topics.PEERING_EVENTS, peering)).containsExactly(request, withdrawal);
        await().until(() -> log.of(Topics.PEERING_TRANSITIONS, peering).size() == 2);
    }

    @Test
    void makesOneTransitionOfAFactThatIsSentTwice() {
        // Given
        var request = request();

        // When
        dispatcher.send(new Outbox.Stored(request, null));
        dispatcher.send(new Outbox.Stored(request, null));

        // Then
        await().atMost(15, SECONDS)
                .until(() -> log.of(Topics.PEERING_EVENTS, peering).size() == 2);
        Door.as("anna")
                .get("/peerings/" + peering + "?minSequence=1")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(1));
        QuarkusTransaction.requiringNew().run(() -> outbox.put(new DeprovisionRequested(metadata(), null)));
        Door.as("anna").get("/peerings/" + peering + "?minSequence=2").then().statusCode(200);
        assertThat(log.of(Topics.PEERING_REFUSALS, peering)).isEmpty();
        await().atMost(5, SECONDS)
                .until(() -> log.of(Topics.PEERING_TRANSITIONS, peering).size() == 2);
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        // Given
        var before = log.facts();

        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.put(request());
                    throw new IllegalStateException("something else went wrong");
                }))
                .hasMessageContaining("something else");

        // Then
        assertThat(rows()).isZero();
        assertThat(log.facts()).isEqualTo(before);
    }

    @Test
    void clearsWhatTheLogShows() {
        // Given
        var request = request();

        // When
        QuarkusTransaction.requiringNew().run(() -> outbox.put(request));

        // Then
        await().atMost(10, SECONDS).until(this::rows, rows -> rows == 0);
        assertThat(log.of(Topics.PEERING_EVENTS, peering)).containsExactly(request);
        Door.as("anna").get("/q/metrics").then().statusCode(200);
        assertThat(Door.as("anna").get("/q/metrics").asString()).contains("outbox_rows", "outbox_oldest_age_seconds");
    }

    /// As a process leaves it that dies between the commit and the sending.
    private static void leaveBehind(SpecificRecord fact) {
        var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        var row = new OutboxRow();
        row.eventId = metadata.getEventId();
        row.peeringId = metadata.getPeeringId();
        row.type = fact.getSchema().getName();
        row.fact = FactCodec.encode(fact);
        row.storedAt = Instant.now();
        row.leasedUntil = Instant.now();
        row.persist();
    }

    private long rows() {
        return QuarkusTransaction.requiringNew().call(() -> OutboxRow.count("peeringId", peering));
    }

    private PeeringRequested request() {
        return new PeeringRequested(
                metadata(),
                new Peer(3320L, "Peer Networks", ValidationState.Approved, List.of()),
                "fra-1",
                "Frankfurt",
                DirectPeeringType.Edge,
                List.of(new RequestedConnection(
                        UUID.randomUUID(),
                        58,
                        10_000,
                        SessionAddressProvider.Operator,
                        null,
                        null,
                        1000,
                        null,
                        SessionAuth.NoAuth,
                        null)));
    }

    private EventMetadata metadata() {
        return new EventMetadata(
                UUID.randomUUID(),
                peering,
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "request-service",
                "anna",
                null,
                null);
    }
}
