package io.directpeering.provisioning.prefixlist;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.provisioning.allocation.PortAssignment;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.AfterCommit;
import io.directpeering.provisioning.work.Waker;

/// Which connections are to carry a changed list, and which do.
@ApplicationScoped
public class FilterErrands {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final AfterCommit afterCommit;
    private final Waker waker;

    FilterErrands(InstantSource clock, AfterCommit afterCommit, Waker waker) {
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.waker = waker;
    }

    /// To be run.
    ///
    /// @param version of the list when it was looked up
    public record Errand(UUID connectionId, long version) {}

    /// How an errand went.
    public sealed interface Result {

        /// The router carries the list, or has no session to carry it.
        record Done(String note) implements Result {}

        /// It is tried again, with growing pauses.
        record Failed(String reason) implements Result {}
    }

    /// Has every connection of the peer that has a port carry this version. One that gets its port later is set up
    /// with the list in the first place.
    @Transactional(TxType.MANDATORY)
    void open(long asn, long version) {
        Connection.<Connection>list("peerAsn", asn)
                .forEach(connection -> PortAssignment.<PortAssignment>findByIdOptional(connection.connectionId)
                        .ifPresent(port -> write(asn, version, port)));
    }

    private void write(long asn, long version, PortAssignment port) {
        FilterErrand known = FilterErrand.findById(port.connectionId, LockModeType.PESSIMISTIC_WRITE);
        var row = known == null ? new FilterErrand() : known;
        row.connectionId = port.connectionId;
        row.asn = asn;
        row.router = port.router;
        row.lane = port.lane();
        row.version = version;
        row.open = true;
        row.attempts = 0;
        row.dueAt = clock.instant();
        row.note = null;
        row.persist();
        afterCommit.run(() -> waker.wake(port.lane()));
    }

    @Transactional
    public List<String> dueLanes() {
        return FilterErrand.getEntityManager()
                .createQuery("select distinct lane from FilterErrand where open and dueAt <= :now", String.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    @Transactional
    public Optional<Errand> nextDue(String lane) {
        return FilterErrand.<FilterErrand>find(
                        "lane = ?1 and open and dueAt <= ?2 order by dueAt", lane, clock.instant())
                .firstResultOptional()
                .map(row -> new Errand(row.connectionId, row.version));
    }

    /// Writes down how it went, unless the list has changed again since.
    @Transactional
    public void settle(Errand errand, Result result) {
        FilterErrand row = FilterErrand.findById(errand.connectionId(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.version != errand.version()) {
            return;
        }
        switch (result) {
            case Result.Done(var note) -> {
                row.open = false;
                row.note = note;
            }
            case Result.Failed(var reason) -> {
                row.note = reason;
                row.attempts++;
                row.dueAt = clock.instant().plus(pauseAfter(row.attempts));
            }
        }
    }

    @Transactional
    List<FilterErrand> of(long asn) {
        return FilterErrand.list("asn = ?1 order by router, connectionId", asn);
    }

    private static Duration pauseAfter(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
