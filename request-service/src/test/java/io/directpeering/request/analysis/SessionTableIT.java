package io.directpeering.request.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.request.topology.Facts;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(BackendsExtension.class)
class SessionTableIT {

    private static final int SESSIONS = 20;
    private static final int LOOKS = 10_000;

    @Test
    void stormOfLooksBecomesFewRowWrites(Backends backends) {
        // Given
        var topic = new TopicUnderTest(Topics.BGP_SESSION_STATES, backends);
        var latest = new HashMap<UUID, BgpSessionObserved>();
        var looks = looks(latest);
        try (var tables = new TablesUnderTest(backends, "tables-storm")) {
            topic.tell(looks.subList(0, SESSIONS));
            tables.follow(Duration.ofSeconds(1), 50_000, Feed.SESSIONS);
            tables.whenRead(topic);
            tables.execute("CREATE SEQUENCE writes");
            tables.execute("CREATE FUNCTION count() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN PERFORM nextval('public.writes'); RETURN NEW; END $$");
            tables.execute("CREATE TRIGGER counting BEFORE INSERT OR UPDATE ON analysis.sessions FOR EACH ROW EXECUTE"
                    + " FUNCTION public.count()");

            // When
            topic.tell(looks.subList(SESSIONS, LOOKS));
            tables.whenRead(topic);

            // Then
            var writes = (long) Objects.requireNonNull(tables.rows("SELECT last_value AS all FROM writes")
                    .getFirst()
                    .get("all"));
            System.out.printf("tables: %d looks at %d sessions became %d row writes%n", LOOKS, SESSIONS, writes);
            assertThat(writes).isLessThan(LOOKS / 10);
            latest.forEach((connectionId, seen) -> assertThat(
                            tables.rows("SELECT state, flaps, observed_at = '%s' AS latest FROM analysis.sessions"
                                            .formatted(seen.getMetadata().getOccurredAt())
                                    + " WHERE connection_id = '" + connectionId + "'"))
                    .containsExactly(
                            Map.of("state", seen.getState().name(), "flaps", seen.getFlaps(), "latest", true)));
        }
    }

    @Test
    void stateIsAsOldAsItWasSeen(Backends backends) {
        // Given
        var topic = new TopicUnderTest(Topics.BGP_SESSION_STATES, backends);
        var facts = Facts.ofNewPeering();
        var begin = Instant.parse("2026-11-01T10:00:00Z");
        try (var tables = new TablesUnderTest(backends, "tables-since")) {
            tables.follow(Duration.ZERO, 10_000, Feed.SESSIONS);

            for (var state : List.of(
                    BgpSessionState.Idle,
                    BgpSessionState.Established,
                    BgpSessionState.Established,
                    BgpSessionState.Established)) {
                // When
                topic.tell(List.of(look(facts, state, begin, 0)));
                tables.whenRead(topic);
                begin = begin.plusSeconds(60);
            }

            // Then
            assertThat(tables.rows("SELECT state_since = '2026-11-01T10:01:00Z' AS since,"
                            + " observed_at = '2026-11-01T10:03:00Z' AS seen FROM analysis.sessions WHERE peering_id = '"
                            + facts.peeringId() + "'"))
                    .containsExactly(Map.of("since", true, "seen", true));
        }
    }

    @Test
    void recordThatIsNoneIsPutAsideAndTheOthersCount(Backends backends) {
        // Given
        var topic = new TopicUnderTest(Topics.BGP_SESSION_STATES, backends);
        var dead = new TopicUnderTest(Topics.deadLetter(Topics.REQUEST_SERVICE), backends);
        var before = Facts.ofNewPeering();
        var after = Facts.ofNewPeering();
        var unstorable = Facts.ofNewPeering();
        var poison = UUID.randomUUID();
        try (var tables = new TablesUnderTest(backends, "tables-poison")) {

            // When
            topic.tell(List.of(look(before, BgpSessionState.Idle, Instant.EPOCH, 0)));
            topic.tellBytes(poison, new byte[] {1, 2, 3});
            topic.tell(List.of(look(before, BgpSessionState.Established, Instant.EPOCH, 1)));
            // PostgreSQL has no such text, so it is the database that finds this one. It is the latest of its session:
            // of
            // others that come together with a later one nothing is written.
            topic.tell(List.of(BgpSessionObserved.newBuilder(look(unstorable, BgpSessionState.Idle, Instant.EPOCH, 0))
                    .setLastError("\0")
                    .build()));
            topic.tell(List.of(look(after, BgpSessionState.Connect, Instant.EPOCH, 2)));
            tables.follow(Duration.ofMillis(500), 10_000, Feed.SESSIONS);
            tables.whenRead(topic);

            // Then
            assertThat(tables.rows("SELECT state, flaps FROM analysis.sessions WHERE peering_id IN ('%s', '%s')"
                            .formatted(before.peeringId(), after.peeringId())))
                    .containsExactlyInAnyOrder(
                            Map.of("state", "Established", "flaps", 1), Map.of("state", "Connect", "flaps", 2));
            await().untilAsserted(() -> assertThat(dead.all())
                    .filteredOn(it -> poison.toString().equals(it.key()))
                    // The judge of another test may put it aside, too, in words of its own.
                    .filteredOn(it -> it.headers().lastHeader("dead-letter-topic") != null)
                    .anySatisfy(it -> {
                        assertThat(it.value()).containsExactly(1, 2, 3);
                        assertThat(new String(it.headers()
                                        .lastHeader("dead-letter-topic")
                                        .value()))
                                .isEqualTo(topic.name());
                    }));
            assertThat(dead.all())
                    .anyMatch(it -> unstorable.peeringId().toString().equals(it.key()));
            assertThat(tables.rows("SELECT state FROM analysis.sessions WHERE peering_id = '%s'"
                            .formatted(unstorable.peeringId())))
                    .isEmpty();
        }
    }

    private static List<BgpSessionObserved> looks(Map<UUID, BgpSessionObserved> latest) {
        var peerings = new ArrayList<Facts>();
        for (int session = 0; session < SESSIONS; session++) {
            peerings.add(Facts.ofNewPeering());
        }
        var looks = new ArrayList<BgpSessionObserved>();
        var begin = Instant.parse("2026-11-01T10:00:00Z");
        for (int number = 0; number < LOOKS; number++) {
            var facts = peerings.get(number % SESSIONS);
            var state = number / SESSIONS % 2 == 0 ? BgpSessionState.Established : BgpSessionState.Idle;
            var look = look(facts, state, begin.plusMillis(number), number);
            looks.add(look);
            latest.put(facts.first(), look);
        }
        return looks;
    }

    private static BgpSessionObserved look(Facts facts, BgpSessionState state, Instant at, int flaps) {
        var look = facts.observed(facts.first(), state);
        return BgpSessionObserved.newBuilder(look)
                .setMetadata(EventMetadata.newBuilder(look.getMetadata())
                        .setOccurredAt(at)
                        .build())
                .setFlaps(flaps)
                .build();
    }
}
