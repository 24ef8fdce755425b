package io.directpeering.provisioning.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.directpeering.backends.ServiceBackends;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// When a fact without an outcome is stated again. A day ahead of the service, which so leaves these rows alone.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
class RestatementIT {

    private static final Instant NOW = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @Inject
    EntityManager database;

    @Inject
    FactSender sender;

    private final UUID eventId = UUID.randomUUID();

    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> StatedFact.deleteById(eventId));
    }

    @ParameterizedTest
    @CsvSource({
        // stated and last sent, in seconds before now
        "4, 4, false",
        "6, 6, true",
        "9, 4, false",
        "11, 6, true",
        "24, 9, false",
        "31, 16, true",
        "600, 29, false",
        "600, 31, true",
    })
    void itIsDueAfterAsLongAsItHasBeenStated(int stated, int lastSent, boolean due) {
        // Given
        write(stated, lastSent, StatedFact.Verdict.UNDECIDED);

        // When, Then
        assertThat(due(NOW.minus(Duration.ofHours(1)))).isEqualTo(due ? List.of(eventId) : List.of());
    }

    @Test
    void whatAnEarlierProcessStatedIsDueAtOnce() {
        // Given
        write(2, 2, StatedFact.Verdict.UNDECIDED);

        // When, Then
        assertThat(due(NOW.minusSeconds(1))).containsExactly(eventId);
    }

    @Test
    void whatWasStatedAgainIsNotDueOnceMore() {
        // Given
        write(6, 6, StatedFact.Verdict.UNDECIDED);
        assertThat(due(NOW.minus(Duration.ofHours(1)))).containsExactly(eventId);

        // When, Then
        assertThat(due(NOW.minus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void whatIsDecidedIsNeverDue() {
        // Given
        write(600, 600, StatedFact.Verdict.ACCEPTED);

        // When, Then
        assertThat(due(NOW.minusSeconds(1))).isEmpty();
    }

    private void write(int stated, int lastSent, StatedFact.Verdict verdict) {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = new StatedFact();
            row.eventId = eventId;
            row.peeringId = UUID.randomUUID();
            row.connectionId = UUID.randomUUID();
            row.type = "TrafficOpened";
            row.encoded = new byte[0];
            row.statedAt = NOW.minusSeconds(stated);
            row.lastSentAt = NOW.minusSeconds(lastSent);
            row.verdict = verdict;
            row.persist();
        });
    }

    /// What a process that was started then would state again now, of this test's.
    private List<UUID> due(Instant startedAt) {
        var times = List.of(startedAt, NOW).iterator();
        var restatement = new Restatement(database, sender, times::next, new SimpleMeterRegistry());
        return QuarkusTransaction.requiringNew()
                .call(() -> restatement.due().stream()
                        .map(row -> row.eventId)
                        .filter(eventId::equals)
                        .toList());
    }
}
