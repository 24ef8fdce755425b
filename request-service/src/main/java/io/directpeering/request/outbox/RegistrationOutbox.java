package io.directpeering.request.outbox;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.traces.Traceparent;
import org.jspecify.annotations.Nullable;

/// Where a revision of a registration is put so that it reaches the log exactly if the transaction around it commits.
/// No judge answers it: it is done when the broker has taken it.
@ApplicationScoped
public class RegistrationOutbox {

    private final Clock clock;
    private final Event<Stored> stored;

    RegistrationOutbox(Clock clock, Event<Stored> stored) {
        this.clock = clock;
        this.stored = stored;
    }

    /// A revision in its row, with the trace it belongs to.
    record Stored(PeerAsnRegistered revision, @Nullable String traceparent) {}

    /// Puts a revision into the caller's transaction, which holds the registration's row. It is sent as soon as that
    /// transaction has committed; behind an earlier revision that the broker has not taken yet, it waits its turn.
    @Transactional(TxType.MANDATORY)
    public void put(PeerAsnRegistered revision) {
        var asn = revision.getMetadata().getPeerAsn();
        var now = clock.instant();
        var mayGoAtOnce = RegistrationRow.count("id.asn", asn) == 0;
        var row = new RegistrationRow();
        row.id = new RegistrationRow.Revision(asn, revision.getRevision());
        row.fact = FactCodec.encode(revision);
        row.storedAt = now;
        row.traceparent = Traceparent.current();
        row.leasedUntil = mayGoAtOnce ? now.plus(Outbox.LEASE) : now;
        row.persist();
        if (mayGoAtOnce) {
            stored.fire(new Stored(revision, row.traceparent));
        }
    }
}
