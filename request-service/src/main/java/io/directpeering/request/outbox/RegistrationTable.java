package io.directpeering.request.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.request.outbox.RegistrationOutbox.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/// The revisions that the broker has not taken yet. Its transactions are short: nothing is sent while one is open.
@ApplicationScoped
class RegistrationTable {

    private static final int ROWS_PER_PASS = 500;

    /// Several instances may sweep at once; a row is sent by one of them.
    private static final String HEADS = """
            SELECT * FROM registration_outbox head
             WHERE leased_until <= :now
               AND NOT EXISTS (SELECT 1 FROM registration_outbox earlier
                                WHERE earlier.asn = head.asn AND earlier.revision < head.revision)
             ORDER BY head.stored_at LIMIT :rows
               FOR UPDATE OF head SKIP LOCKED""";

    private final EntityManager database;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();

    RegistrationTable(EntityManager database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        metrics.gauge("outbox.registrations", waiting);
    }

    /// The first revision of each ASN that nobody is sending, now to be sent by the caller and nobody else.
    @Transactional
    List<Stored> lease() {
        @SuppressWarnings("unchecked")
        List<RegistrationRow> heads = database.createNativeQuery(HEADS, RegistrationRow.class)
                .setParameter("now", clock.instant())
                .setParameter("rows", ROWS_PER_PASS)
                .getResultList();
        return heads.stream().map(this::leased).toList();
    }

    /// Takes the measure that the metrics show.
    ///
    /// @return number of rows that wait
    @Transactional
    long measure() {
        var rows = RegistrationRow.count();
        waiting.set(rows);
        return rows;
    }

    /// The broker has this revision.
    ///
    /// @return the next one of its ASN, if one waits, now to be sent by the caller
    @Transactional
    Optional<Stored> taken(PeerAsnRegistered revision) {
        var asn = revision.getMetadata().getPeerAsn();
        RegistrationRow.delete("id.asn = ?1 and id.revision <= ?2", asn, revision.getRevision());
        @Nullable
        RegistrationRow next = RegistrationRow.<RegistrationRow>find("id.asn = ?1 order by id.revision", asn)
                .firstResult();
        return next == null || next.leasedUntil.isAfter(clock.instant()) ? Optional.empty() : Optional.of(leased(next));
    }

    private Stored leased(RegistrationRow row) {
        row.leasedUntil = clock.instant().plus(Outbox.LEASE);
        var revision = FactCodec.decode(PeerAsnRegistered.class.getSimpleName(), row.fact);
        return new Stored((PeerAsnRegistered) revision, row.traceparent);
    }
}
