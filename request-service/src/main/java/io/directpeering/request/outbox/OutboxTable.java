package io.directpeering.request.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.SECONDS;

/// The rows of the outbox as the sweep sees them. Its transactions are short: nothing is sent while one is open.
@ApplicationScoped
class OutboxTable {

    private static final int ROWS_PER_PASS = 500;

    /// Several instances may sweep at once; a row is looked at by one of them.
    private static final String HEADS = """
            SELECT * FROM outbox head
             WHERE NOT EXISTS (SELECT 1 FROM outbox earlier
                                WHERE earlier.peering_id = head.peering_id AND earlier.id < head.id)
             ORDER BY head.id LIMIT :rows
               FOR UPDATE OF head SKIP LOCKED""";

    private final EntityManager database;
    private final Clock clock;
    private final AtomicReference<Size> size = new AtomicReference<>(new Size(0, null));

    /// How much is waiting, and since when.
    private record Size(long rows, @Nullable Instant oldest) {}

    /// What is to be done with a row.
    enum Verdict {
        /// The log shows its outcome: it goes.
        CLEAR,
        /// It is to be sent, by the caller and nobody else.
        LEASE,
        /// Nothing now.
        LEAVE
    }

    OutboxTable(EntityManager database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        metrics.gauge("outbox.rows", size, now -> now.get().rows());
        TimeGauge.builder("outbox.oldest.age", this::oldestAgeSeconds, SECONDS)
                .description("Age of the oldest fact whose outcome the log does not show yet")
                .register(metrics);
    }

    /// Asks for a verdict on the first row of each peering and does what it says.
    ///
    /// @return number of rows that were cleared
    @Transactional
    int forEachHead(Function<OutboxRow, Verdict> judge) {
        @SuppressWarnings("unchecked")
        List<OutboxRow> heads = database.createNativeQuery(HEADS, OutboxRow.class)
                .setParameter("rows", ROWS_PER_PASS)
                .getResultList();
        var cleared = new ArrayList<Long>();
        for (var row : heads) {
            switch (judge.apply(row)) {
                case CLEAR -> cleared.add(row.id);
                case LEASE -> row.leasedUntil = clock.instant().plus(Outbox.LEASE);
                case LEAVE -> {}
            }
        }
        return cleared.isEmpty() ? 0 : (int) OutboxRow.delete("id in ?1", cleared);
    }

    /// Lets the next sweep send what could not be sent.
    @Transactional
    void endLeases(Collection<UUID> eventIds) {
        if (!eventIds.isEmpty()) {
            OutboxRow.update("leasedUntil = ?1 where eventId in ?2", clock.instant(), eventIds);
        }
    }

    /// Takes the measures that the metrics show.
    ///
    /// @return number of rows that wait
    @Transactional
    long measure() {
        var measured = (Object[]) database.createQuery("select count(o), min(o.storedAt) from OutboxRow o")
                .getSingleResult();
        var rows = (long) measured[0];
        size.set(new Size(rows, (Instant) measured[1]));
        return rows;
    }

    private long oldestAgeSeconds() {
        var oldest = size.get().oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
