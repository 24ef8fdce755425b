package io.directpeering.approval;

import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.local.parts.Database;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Each transition once and in order, whatever comes in between.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class IntakeIT {

    /// How soon the next good record is handled.
    private static final Duration SOON = Duration.ofSeconds(5);

    private Judge judge;
    private FactsSeen deadLetters;

    @BeforeEach
    void open() {
        judge = new Judge(Backends.shared());
        deadLetters = new FactsSeen(Backends.shared(), Topics.deadLetter(Topics.APPROVAL_SERVICE));
        // The first record also waits for the service's consumers to join their groups.
        var first = PeeringCase.fresh();
        judge.says(first.requested());
        awaitSequence(first, 1, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        judge.close();
        deadLetters.close();
    }

    @Test
    void repeatsAreDropped() {
        // Given
        var peering = PeeringCase.fresh();
        var unasked = peering.answered(2, "we also announce 193.0.0.0/21");

        // When
        judge.says(peering.requested());
        judge.says(unasked);
        judge.says(unasked);
        judge.says(peering.requested());
        judge.says(peering.answered(3, "and 2001:67c::/32"));

        // Then
        awaitSequence(peering, 3, Duration.ofSeconds(15));
        assertThat(RestAssured.given()
                        .header(Bearer.HEADER, Bearer.operator("alice"))
                        .get("/reviews/" + peering.peeringId())
                        .jsonPath()
                        .<String>getList("information.answer"))
                .containsExactly("we also announce 193.0.0.0/21", "and 2001:67c::/32");
        assertThat(deadLetters.recordsOf(peering.peeringId())).isEmpty();
    }

    @Test
    void transitionsThatComeTooEarlyAreParkedUntilTheMissingOneComes() {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        judge.says(peering.answered(4, "third"));
        judge.says(peering.answered(3, "second"));
        judge.says(peering.answered(4, "third"));
        Awaitility.await().atMost(SOON).until(() -> parked() == 2);
        assertThat(sequence(peering)).isEqualTo(1);

        // When
        judge.says(peering.answered(2, "first"));

        // Then
        awaitSequence(peering, 4, SOON);
        assertThat(parked()).isZero();
        assertThat(RestAssured.given()
                        .header(Bearer.HEADER, Bearer.operator("alice"))
                        .get("/reviews/" + peering.peeringId())
                        .jsonPath()
                        .<String>getList("information.answer"))
                .containsExactly("first", "second", "third");
    }

    @Test
    void databaseThatBreaksOffIsWaitedForAndNothingGoesToTheDeadLetter() throws SQLException {
        // Given
        var peering = PeeringCase.fresh();
        judge.says(peering.requested());
        awaitSequence(peering, 1, SOON);

        // When
        breakOffConnections();
        judge.says(peering.answered(2, "still here"));

        // Then
        awaitSequence(peering, 2, Duration.ofSeconds(15));
        assertThat(deadLetters.recordsOf(peering.peeringId())).isEmpty();
    }

    enum Poison {
        GARBAGE,
        TRUNCATED,
        WRONG_SCHEMA_ID,
        OTHER_RECORD,
        LENGTH_BEYOND_THE_RECORD,
        NOT_TO_BE_STORED,
        NULL
    }

    @ParameterizedTest
    @EnumSource(Poison.class)
    void poisonedTransitionGoesToTheDeadLetterAndTheNextOneIsTakenIn(Poison kind) {
        // Given
        var peering = PeeringCase.fresh();
        var poison = poison(kind, Topics.PEERING_TRANSITIONS, peering);

        // When
        judge.send(Topics.PEERING_TRANSITIONS, peering.peeringId(), poison);
        judge.says(peering.requested());

        // Then
        awaitSequence(peering, 1, SOON);
        assertDeadLetter(peering.peeringId(), Topics.PEERING_TRANSITIONS, poison);
    }

    @ParameterizedTest
    @EnumSource(value = Poison.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_TO_BE_STORED")
    void poisonedRefusalGoesToTheDeadLetter(Poison kind) {
        // Given
        var peering = PeeringCase.fresh();
        var poison = poison(kind, Topics.PEERING_REFUSALS, peering);

        // When
        judge.send(Topics.PEERING_REFUSALS, peering.peeringId(), poison);

        // Then
        assertDeadLetter(peering.peeringId(), Topics.PEERING_REFUSALS, poison);
    }

    private byte @Nullable [] poison(Poison kind, Topic topic, PeeringCase peering) {
        var good = topic.equals(Topics.PEERING_TRANSITIONS)
                ? judge.onTheWire(topic, peering.requested())
                : judge.onTheWire(topic, peering.refused(peering.requested(), 1, "no"));
        return switch (kind) {
            case GARBAGE -> "no record at all".getBytes(UTF_8);
            case TRUNCATED -> Arrays.copyOf(good, good.length / 2);
            case WRONG_SCHEMA_ID ->
                ByteBuffer.wrap(good.clone()).putInt(1, 999_999).array();
            case OTHER_RECORD -> {
                var other =
                        topic.equals(Topics.PEERING_TRANSITIONS) ? Topics.PEERING_REFUSALS : Topics.PEERING_TRANSITIONS;
                yield other.equals(Topics.PEERING_TRANSITIONS)
                        ? judge.onTheWire(other, peering.requested())
                        : judge.onTheWire(other, peering.refused(peering.requested(), 1, "no"));
            }
            // The schema's id, then a text that claims to be a gigabyte long.
            case LENGTH_BEYOND_THE_RECORD ->
                ByteBuffer.allocate(10)
                        .put(good, 0, 5)
                        .put(new byte[] {-128, -128, -128, -128, 8})
                        .array();
            case NOT_TO_BE_STORED ->
                judge.onTheWire(
                        topic,
                        PeeringCase.fresh()
                                .named("no database holds \u0000 in a text")
                                .requested());
            case NULL -> null;
        };
    }

    private void assertDeadLetter(UUID peeringId, Topic topic, byte @Nullable [] poison) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !deadLetters.recordsOf(peeringId).isEmpty());
        assertThat(deadLetters.recordsOf(peeringId)).singleElement().satisfies(dead -> {
            assertThat(dead.value()).isEqualTo(poison);
            assertThat(Stream.of(dead.headers().toArray()).map(Header::key))
                    .contains("dead-letter-reason", "dead-letter-exception-class-name");
            assertThat(new String(dead.headers().lastHeader("dead-letter-topic").value(), UTF_8))
                    .isEqualTo(topic.name());
        });
    }

    private static void breakOffConnections() throws SQLException {
        var url = Backends.shared().jdbcUrl("approval");
        try (var connection = DriverManager.getConnection(url, Database.USER, Database.USER);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    private static void awaitSequence(PeeringCase peering, long sequence, Duration atMost) {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sequence(peering) == sequence);
    }

    private static long sequence(PeeringCase peering) {
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .get("/reviews/" + peering.peeringId());
        return answer.statusCode() == 200 ? answer.jsonPath().getLong("sequence") : 0;
    }

    private static long parked() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("peering_transitions_parked"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }
}
