package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directpeering.events.*;
import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Known;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a client reads of time: in the state, until when, overdue; and of a question that is open.
class StageClockTest {

    private static final Instant ENTERED = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant DEADLINE = ENTERED.plus(Duration.ofHours(72));
    private static final UUID CONNECTION = new UUID(2, 1);

    @Test
    void beforeTheDeadlineItIsNotOverdue() {
        // When
        var clock = StageClock.of(CONNECTION, ENTERED, known(DEADLINE.minusMillis(1), Map.of(CONNECTION, DEADLINE)));

        // Then
        assertThat(clock).isEqualTo(new StageClock(Duration.ofHours(72).minusSeconds(1), DEADLINE, false));
    }

    @Test
    void fromTheDeadlineOnItIs() {
        // When
        var clock = StageClock.of(CONNECTION, ENTERED, known(DEADLINE, Map.of(CONNECTION, DEADLINE)));

        // Then
        assertThat(clock).isEqualTo(new StageClock(Duration.ofHours(72), DEADLINE, true));
    }

    @Test
    void whoMayStayIsNeverOverdue() {
        // When
        var clock = StageClock.of(CONNECTION, ENTERED, known(ENTERED.plus(Duration.ofDays(900)), Map.of()));

        // Then
        assertThat(clock).isEqualTo(new StageClock(Duration.ofDays(900), null, false));
    }

    @Test
    void clockAheadOfOursDoesNotMakeTimeNegative() {
        // When
        var clock = StageClock.of(CONNECTION, ENTERED, known(ENTERED.minusSeconds(5), Map.of()));

        // Then
        assertThat(clock.timeInState()).isEqualTo(Duration.ZERO);
    }

    @Test
    void clientsReadItAsTextAndInstants() {
        // Given
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        var known = known(ENTERED.plus(Duration.ofHours(74)).plusMillis(5), Map.of(CONNECTION, DEADLINE));

        // When
        var read = json.valueToTree(PeeringView.of(known));

        // Then
        var connection = read.at("/connections/0");
        assertThat(connection.at("/timeInState").asText()).isEqualTo("PT74H");
        assertThat(connection.at("/deadline").asText()).isEqualTo("2026-11-04T10:00:00Z");
        assertThat(connection.at("/overdue").asBoolean()).isTrue();
        assertThat(connection.at("/peerDemarcation/rack").asText()).isEqualTo("B7");
        assertThat(connection.at("/loa/revoked").asBoolean()).isTrue();
        assertThat(read.at("/openQuestion/question").asText()).isEqualTo("Which router?");
        assertThat(read.at("/openQuestion/askedBy").asText()).isEqualTo("operator@example.net");
        assertThat(read.at("/openQuestion").has("answerDueAt")).isFalse();
    }

    private static Known known(Instant readAt, Map<UUID, Instant> deadlines) {
        var requested = new RequestedConnection(
                CONNECTION, 58, 10_000, SessionAddressProvider.Operator, null, null, 100, 50, SessionAuth.NoAuth, null);
        var connection = new ConnectionSnapshot(
                CONNECTION,
                ConnectionState.PendingApproval,
                null,
                1L,
                ENTERED,
                RoutePolicy.NoSession,
                requested,
                null,
                List.of(),
                new Loa("LOA-1", ENTERED, DEADLINE, null),
                null,
                null,
                new PeerDemarcation("B7", null, null, null),
                true,
                null);
        var snapshot = new PeeringSnapshot(
                new UUID(1, 1),
                2L,
                ENTERED,
                PeeringState.PendingApproval,
                false,
                Origin.New,
                "fra-1",
                "Frankfurt",
                DirectPeeringType.Edge,
                new Peer(64500L, "Example", ValidationState.Approved, List.of()),
                "noc@peer.example",
                ENTERED,
                List.of(connection),
                new OpenQuestion("Which router?", "operator@example.net", ENTERED, null),
                null);
        return new Known(snapshot, List.of(), deadlines, readAt, new Freshness(readAt, 0, false));
    }
}
