package io.directpeering.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.LockOptions;
import org.jspecify.annotations.Nullable;

/// The deliveries: each written once, and taken up by one sender at a time.
@ApplicationScoped
public class DeliveryLedger {

    private static final String SKIP_LOCKED = String.valueOf(LockOptions.SKIP_LOCKED);

    /// Earlier mails of a peering go out before later ones.
    private static final String DUE = """
            from Delivery d where d.status = Pending and d.channel = Email and d.dueAt <= :now
              and not exists (
                from Delivery earlier where earlier.status = Pending and earlier.peeringId = d.peeringId
                  and earlier.recipient = d.recipient and earlier.channel = d.channel
                  and earlier.sequence < d.sequence)
            order by d.dueAt, d.id""";

    private final EntityManager database;
    private final Clock clock;
    private final Event<DeliveriesWritten> written;

    DeliveryLedger(EntityManager database, Clock clock, Event<DeliveriesWritten> written) {
        this.database = database;
        this.clock = clock;
        this.written = written;
    }

    /// Writes a delivery unless there is one under its message id, which follows from transition, recipient and
    /// channel.
    @Transactional(TxType.MANDATORY)
    public void write(Delivery delivery) {
        if (Delivery.count("messageId", delivery.messageId) == 0) {
            delivery.persist();
            written.fire(new DeliveriesWritten(delivery.channel));
        }
    }

    /// Takes up the next delivery that is due. For the length of the lease no other sender takes it up; a sender that
    /// dies leaves it to the next one after that.
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Delivery> takeUp(Duration lease) {
        var now = clock.instant();
        var due = database.createQuery(DUE, Delivery.class)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        due.ifPresent(delivery -> {
            delivery.attempts++;
            delivery.dueAt = now.plus(lease);
        });
        return due;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void sent(Delivery taken) {
        Delivery.update(
                "status = Sent, reason = null, sentAt = ?1 where id = ?2 and status = Pending",
                clock.instant(),
                taken.id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void undeliverable(Delivery taken, String reason) {
        Delivery.update("status = Undeliverable, reason = ?1 where id = ?2 and status = Pending", reason, taken.id);
    }

    /// Leaves it for later, unless another sender took it up in the meantime.
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Delivery taken, String reason, Duration pause) {
        Delivery.update(
                "reason = ?1, dueAt = ?2 where id = ?3 and status = Pending and attempts = ?4",
                reason,
                clock.instant().plus(pause),
                taken.id,
                taken.attempts);
    }

    /// The deliveries of a peering, in the order in which they were written.
    ///
    /// @param after id of the last one seen; 0: none
    /// @param all   what went to the operator and to any network; else only what went to one of these
    List<Delivery> ofPeering(
            UUID peeringId, @Nullable Channel channel, long after, int limit, boolean all, Set<Long> asns) {
        return database.createQuery("""
                        from Delivery where peeringId = :peering and id > :after
                          and (:channel is null or channel = :channel)
                          and (:all = true or (toOperator = false and peerAsn in :asns))
                        order by id""", Delivery.class)
                .setParameter("peering", peeringId)
                .setParameter("after", after)
                .setParameter("channel", channel)
                .setParameter("all", all)
                .setParameter("asns", asns)
                .setMaxResults(limit)
                .getResultList();
    }
}
