package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionDrift;
import io.directpeering.local.parts.Analyst;
import io.directpeering.local.parts.Database;
import io.directpeering.request.topology.Facts;
import io.directpeering.request.topology.JudgedStories;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Analysts get answers, and can do no harm.
@ExtendWith(BackendsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalystIT {

    private static final String PASSWORD = "analyst";
    private static final String READ_ONLY = "25006";
    private static final String NOT_ALLOWED = "42501";
    private static final String ENDED = "57014";
    private static final String SESSION_ENDED = "57P01";

    private TablesUnderTest tables;
    private Backends backends;

    @BeforeAll
    void fill(Backends shared) throws SQLException {
        backends = shared;
        tables = new TablesUnderTest(shared, "tables-asked");
        backends.jdbcUrl("notification");
        try (var superuser = superuser(tables.jdbcUrl);
                var statement = superuser.createStatement()) {
            Analyst.admit(superuser);
            statement.execute("ALTER ROLE analyst PASSWORD '" + PASSWORD + "'");
        }
        var stories = JudgedStories.of(11, 60);
        var transitions = new TopicUnderTest(Topics.PEERING_TRANSITIONS, shared);
        var refusals = new TopicUnderTest(Topics.PEERING_REFUSALS, shared);
        var sessions = new TopicUnderTest(Topics.BGP_SESSION_STATES, shared);
        var alarms = new TopicUnderTest(Topics.BGP_SESSION_DRIFT, shared);
        transitions.tell(stories.transitions());
        refusals.tell(stories.refusals());
        var seen = Facts.ofNewPeering();
        sessions.tell(List.of(seen.observed(seen.first(), BgpSessionState.Idle)));
        alarms.tell(List.of(alarm(seen)));
        tables.follow(Duration.ZERO, 10_000, Feed.TRANSITIONS, Feed.REFUSALS, Feed.SESSIONS, Feed.ALARMS);
        for (var topic : List.of(transitions, refusals, sessions, alarms)) {
            tables.whenRead(topic);
        }
    }

    @AfterAll
    void end() {
        tables.close();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void questionOfThePageIsAnswered(Questions question) throws SQLException {
        // Given
        try (var analyst = analyst(tables.jdbcUrl);
                // When
                var rows = analyst.createStatement().executeQuery(question.sql())) {

            // Then
            var columns = rows.getMetaData();
            assertThat(IntStream.rangeClosed(1, columns.getColumnCount())
                            .mapToObj(index -> label(columns, index))
                            .toList())
                    .isEqualTo(question.columns());
            while (rows.next()) {
                assertThat(rows.getObject(1)).isNotNull();
            }
        }
    }

    static List<Questions> questions() {
        return Questions.all();
    }

    @Test
    void everyTableAndColumnSaysWhatItMeans() throws SQLException {
        // When
        try (var analyst = analyst(tables.jdbcUrl);
                var rows = analyst.createStatement().executeQuery("""
                        SELECT c.relname || coalesce('.' || a.attname, '') AS thing
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                        WHERE n.nspname = 'analysis' AND c.relkind IN ('r', 'v') AND c.relname <> 'schema_history'
                          AND (obj_description(c.oid, 'pg_class') IS NULL OR col_description(c.oid, a.attnum) IS NULL)""")) {

            // Then
            assertThat(TablesUnderTest.rows(rows)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO positions VALUES ('x', 1, 1, 1, now())",
                "DELETE FROM transitions",
                "DROP TABLE peerings",
                "CREATE TABLE public.mine (a int)",
                "CREATE TEMPORARY TABLE mine (a int)"
            })
    void whoReadsChangesNothing(String statement) throws SQLException {
        try (var analyst = analyst(tables.jdbcUrl)) {
            // When
            assertThatThrownBy(() -> analyst.createStatement().execute(statement))
                    // Then
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo(READ_ONLY));
            // Lifting that is no way around.
            analyst.createStatement().execute("SET default_transaction_read_only = off");
            assertThatThrownBy(() -> analyst.createStatement().execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo(NOT_ALLOWED));
        }
    }

    @Test
    void otherDatabasesAreShut() {
        // When
        assertThatThrownBy(() -> analyst(backends.jdbcUrl("notification")).close())
                // Then
                .isInstanceOfSatisfying(
                        SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo(NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_sleep(60)",
                "SELECT count(*) FROM generate_series(1, 1000000) a, transitions b, transitions c"
            })
    void questionThatRunsAwayEnds(String question) throws SQLException {
        try (var analyst = analyst(tables.jdbcUrl)) {
            assertThat(setting(analyst, "statement_timeout")).isEqualTo("30s");
            // Half a minute is long for a test.
            analyst.createStatement().execute("SET statement_timeout = '1s'");

            // When
            assertThatThrownBy(() -> analyst.createStatement().execute(question))
                    // Then
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo(ENDED));
            assertThat(analyst.createStatement().executeQuery("SELECT 1").next())
                    .isTrue();
        }
    }

    @Test
    void whoIsNoMemberOfTheRoleMayNotEndItsSessions() throws SQLException {
        // Given
        try (var superuser = superuser(tables.jdbcUrl);
                var statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE bystander");

            // When
            var superusers = Watchdog.mayEndAnalysts(superuser);
            statement.execute("SET ROLE bystander");
            var bystanders = Watchdog.mayEndAnalysts(superuser);
            statement.execute("RESET ROLE");
            statement.execute("GRANT analyst TO bystander");
            statement.execute("SET ROLE bystander");
            var members = Watchdog.mayEndAnalysts(superuser);

            // Then
            statement.execute("RESET ROLE");
            statement.execute("DROP ROLE bystander");
            assertThat(List.of(superusers, bystanders, members)).containsExactly(true, false, true);
        }
    }

    @Test
    void sessionThatHasLiftedItsLimitIsEnded() throws SQLException {
        var database = new AnalysisDatabase(tables.jdbcUrl, Database.USER, Database.USER);
        try (var watchdog = new Watchdog(database, Duration.ofMillis(500));
                var analyst = analyst(tables.jdbcUrl)) {
            analyst.createStatement().execute("SET statement_timeout = 0");
            watchdog.start();

            // When
            assertThatThrownBy(() -> analyst.createStatement().execute("""
                            DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(5);
                            EXCEPTION WHEN query_canceled THEN END; END LOOP; END $$"""))
                    // Then
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).isEqualTo(SESSION_ENDED));
        }
    }

    @Test
    void limitOnDiskStaysWhoeverAsks() throws SQLException {
        try (var analyst = analyst(tables.jdbcUrl)) {
            assertThat(setting(analyst, "temp_file_limit")).isEqualTo("512MB");

            // When
            assertThatThrownBy(() -> analyst.createStatement().execute("SET temp_file_limit = -1"))
                    // Then
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void contactsAreNowhere() {
        for (var table : List.of("peerings", "connections", "transitions", "refusals", "sessions", "alarms")) {
            // When
            var found = tables.rows(
                    "SELECT t::text AS row FROM analysis.%s t WHERE t::text ~ '(noc@|\\+1 555)'".formatted(table));

            // Then
            assertThat(found).as(table).isEmpty();
        }
    }

    private static SessionDrift alarm(Facts facts) {
        return new SessionDrift(
                facts.metadata(facts.first()),
                AddressFamily.IPv4,
                DriftKind.SessionDown,
                DriftStatus.Raised,
                Instant.now(),
                1L,
                64500L,
                "Frankfurt",
                RoutePolicy.Allow,
                100,
                null);
    }

    private Connection analyst(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, Analyst.USER, PASSWORD);
    }

    private Connection superuser(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, backends.administrator(), backends.administrator());
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String label(ResultSetMetaData columns, int index) {
        try {
            return columns.getColumnLabel(index);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
