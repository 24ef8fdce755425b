package io.directpeering.request.analysis;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.topology.JudgedStories;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Whatever happens to who fills them, the tables are what the topics say.
@ExtendWith(BackendsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesIT {

    private static final int PEERINGS = 150;
    private static final Duration AT_ONCE = Duration.ZERO;

    private TopicUnderTest transitions;
    private TopicUnderTest refusals;
    private Fold fold;

    @BeforeAll
    void tell(Backends backends) {
        transitions = new TopicUnderTest(Topics.PEERING_TRANSITIONS, backends);
        refusals = new TopicUnderTest(Topics.PEERING_REFUSALS, backends);
        var stories = JudgedStories.of(20_261_128, PEERINGS);
        transitions.tell(stories.transitions());
        refusals.tell(stories.refusals());
        try (var serde = WireFormat.<SpecificRecord>serde(backends.registryUrl())) {
            fold = new Fold(transitions.all().stream()
                    .map(it -> (PeeringTransitioned) serde.deserializer().deserialize(transitions.name(), it.value()))
                    .toList());
        }
        System.out.printf(
                "tables: %d transitions, %d changes of state, %d refusals%n",
                fold.transitions.size(), fold.changes(), refusals.all().size());
    }

    @Test
    void tablesAreTheFoldOfTheLog(Backends backends) {
        // Given
        try (var tables = new TablesUnderTest(backends, "tables-fold")) {

            // When
            var begun = System.nanoTime();
            tables.follow(AT_ONCE, 10_000, Feed.TRANSITIONS, Feed.REFUSALS);
            tables.whenRead(transitions);
            tables.whenRead(refusals);
            var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();

            // Then
            System.out.printf("tables: filled from the first record in %d ms%n", millis);
            assertEqual(tables);
        }
    }

    @Test
    void transactionThatFailsInTheMiddleLeavesNothingBehind(Backends backends) {
        // Given
        try (var tables = new TablesUnderTest(backends, "tables-killed")) {
            tables.follow(AT_ONCE, 10_000, Feed.REFUSALS);
            tables.whenRead(refusals);
            tables.stop();
            // Sequences outlast a rollback: the first rows of stays fail, after those of transitions are written.
            tables.execute("CREATE SEQUENCE attempts");
            tables.execute("""
                    CREATE FUNCTION fail_at_first() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF nextval('public.attempts') IN (40, 90, 140) THEN
                            RAISE EXCEPTION 'the server goes down' USING ERRCODE = '57P01';
                        END IF;
                        RETURN NEW;
                    END $$""");
            tables.execute("CREATE TRIGGER failing BEFORE INSERT ON analysis.stays FOR EACH ROW EXECUTE FUNCTION"
                    + " public.fail_at_first()");

            // When
            tables.follow(AT_ONCE, 100, Feed.TRANSITIONS);
            tables.whenRead(transitions);

            // Then
            assertThat(tables.rows("SELECT last_value FROM attempts"))
                    .extracting(row -> (Long) row.get("last_value"))
                    .allMatch(attempts -> attempts > fold.changes());
            assertEqual(tables);
        }
    }

    @Test
    void connectionsThatAreCutAgainAndAgainLoseNothing(Backends backends) throws SQLException {
        // Given
        try (var tables = new TablesUnderTest(backends, "tables-cut");
                var administrator = DriverManager.getConnection(
                        backends.administrationUrl(), backends.administrator(), backends.administrator())) {
            tables.follow(AT_ONCE, 50, Feed.TRANSITIONS, Feed.REFUSALS);
            var cut = new AtomicInteger();

            // When
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                try (var rows = administrator
                        .createStatement()
                        .executeQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = 'tables_cut' AND application_name = 'request-service tables'"
                                + " AND backend_xid IS NOT NULL AND query ~ '(INSERT INTO|UPDATE) analysis'")) {
                    while (rows.next()) {
                        cut.incrementAndGet();
                    }
                }
                return cut.get() >= 4;
            });
            tables.whenRead(transitions);
            tables.whenRead(refusals);

            // Then
            assertEqual(tables);
        }
    }

    @Test
    void schemaThatIsDroppedComesBackEqual(Backends backends) {
        // Given
        try (var tables = new TablesUnderTest(backends, "tables-dropped")) {
            tables.follow(AT_ONCE, 10_000, Feed.TRANSITIONS, Feed.REFUSALS);
            tables.whenRead(transitions);
            tables.whenRead(refusals);

            // When
            tables.execute("DROP SCHEMA analysis CASCADE");

            // Then
            tables.whenRead(refusals);
            tables.whenRead(transitions);
            assertEqual(tables);
        }
    }

    @Test
    void instancesShareThePartitions(Backends backends) throws Exception {
        // Given
        try (var tables = new TablesUnderTest(backends, "tables-shared");
                var admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()))) {

            // When
            tables.follow(AT_ONCE, 200, Feed.TRANSITIONS, Feed.REFUSALS);
            tables.follow(AT_ONCE, 200, Feed.TRANSITIONS, Feed.REFUSALS);

            // Then
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> membersWithWork(admin) == 2);
            tables.whenRead(transitions);
            tables.whenRead(refusals);
            assertEqual(tables);
        }
    }

    private static long membersWithWork(Admin admin) throws Exception {
        var group = admin.describeConsumerGroups(List.of("tables-shared"))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .get();
        return group.members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    private void assertEqual(TablesUnderTest tables) {
        assertThat(tables.rows("SELECT count(*) AS all FROM analysis.transitions")
                        .getFirst())
                .containsEntry("all", (long) fold.transitions.size());
        assertThat(tables.rows("SELECT count(*) AS all FROM analysis.refusals").getFirst())
                .containsEntry("all", (long) refusals.all().size());
        assertThat(tables.rows("SELECT count(*) AS all FROM analysis.state_changes")
                        .getFirst())
                .containsEntry("all", fold.changes());
        assertLatestRows(tables);
        assertPast(tables);
    }

    private void assertLatestRows(TablesUnderTest tables) {
        var peerings = tables.rows("SELECT peering_id, sequence, state, redundant FROM analysis.peerings").stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row.get("peering_id"),
                        row -> List.of(row.get("sequence"), row.get("state"), row.get("redundant"))));
        assertThat(peerings)
                .isEqualTo(fold.peerings.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                it -> List.of(
                                        it.getValue().getSequence(),
                                        it.getValue().getState().name(),
                                        it.getValue().getRedundant()))));
        var connections =
                tables.rows("""
                        SELECT c.*, s.state AS stay, s.entered_at = c.entered_at AND s.sequence = c.stage_sequence AS same
                        FROM analysis.connections c JOIN analysis.stays s USING (connection_id) WHERE s.left_at IS NULL""").stream().collect(Collectors.toMap(row -> (UUID) row.get("connection_id"), row -> row));
        var expected = fold.peerings.values().stream()
                .flatMap(it -> it.getConnections().stream())
                .toList();
        assertThat(connections).hasSize(expected.size());
        for (var each : expected) {
            assertThat(connections.get(each.getConnectionId()))
                    .containsEntry("state", each.getState().name())
                    .containsEntry("stay", each.getState().name())
                    .containsEntry("same", true)
                    .containsEntry("route_policy", each.getRoutePolicy().name())
                    .containsEntry("loa_revoked", each.getLoaRevoked())
                    .containsEntry("loa_number", letter(each));
        }
    }

    private static @Nullable String letter(ConnectionSnapshot it) {
        return it.getLoa() == null ? null : it.getLoa().getNumber();
    }

    /// At a hundred instants, each connection's state.
    private void assertPast(TablesUnderTest tables) {
        var moments = fold.transitions.stream()
                .map(it -> it.getSnapshot().getUpdatedAt())
                .sorted()
                .distinct()
                .toList();
        var random = new Random(7);
        for (int sample = 0; sample < 100; sample++) {
            var instant = sampled(moments, random);
            var found = new TreeMap<UUID, String>();
            tables.rows("SELECT connection_id, state FROM analysis.stays WHERE during @> timestamptz '" + instant + "'")
                    .forEach(row -> found.put((UUID) row.get("connection_id"), (String) row.get("state")));
            assertThat(found).as("as of %s", instant).isEqualTo(fold.asOf(instant));
        }
    }

    private static Instant sampled(List<Instant> moments, Random random) {
        return moments.get(random.nextInt(moments.size())).plusMillis(random.nextInt(3) - 1);
    }
}
