package io.directpeering.notification.delivery;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.intake.OutcomeFollower;
import io.directpeering.notification.mail.Letterhead;
import io.directpeering.notification.mail.MailThread;
import io.directpeering.notification.mail.Wording;
import io.directpeering.notification.message.Deadlines;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.recipient.AddrSpec;
import io.directpeering.notification.recipient.Audience;
import io.directpeering.notification.recipient.Recipient;
import org.jboss.logging.Logger;

/// Writes down who is to be told of a transition, and in which words. Sends nothing.
@ApplicationScoped
public class Announcer implements OutcomeFollower {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    private final Deadlines deadlines;
    private final Wording wording;
    private final ToldFrom toldFrom;
    private final DeliveryLedger ledger;
    private final Event<DeliveriesWritten> written;
    private final Clock clock;
    private final String domain;

    Announcer(
            Deadlines deadlines,
            Wording wording,
            Letterhead letterhead,
            ToldFrom toldFrom,
            DeliveryLedger ledger,
            Event<DeliveriesWritten> written,
            Clock clock) {
        this.deadlines = deadlines;
        this.wording = wording;
        this.toldFrom = toldFrom;
        this.ledger = ledger;
        this.written = written;
        this.clock = clock;
        this.domain = AddrSpec.parse(letterhead.from())
                .orElseThrow(() -> new IllegalArgumentException("peering.mail.from must be a plain address such as "
                        + "peering@example.net, not: " + letterhead.from()))
                .domain();
    }

    /// Part of the transaction that takes the transition in.
    @Override
    public void accepted(PeeringTransitioned transition) {
        switch (Telling.of(transition, deadlines)) {
            case Telling.Tell(Message message) -> write(transition, message);
            case Telling.PassOver(String why) ->
                LOG.debugf(
                        "Transition not told: peeringId=%s sequence=%d why=%s",
                        transition.getMetadata().getPeeringId(), transition.getSequence(), why);
        }
    }

    private void write(PeeringTransitioned transition, Message message) {
        boolean told = toldFrom.includes(transition);
        var subject = Wording.subject(message);
        var body = wording.text(message);
        var contacts = transition.getSnapshot().getPeer().getContacts();
        for (var recipient : Audience.of(message).among(contacts)) {
            var delivery = addressed(transition, recipient);
            delivery.subject = subject;
            delivery.body = body;
            if (!told) {
                delivery.status = DeliveryStatus.ToldBefore;
            }
            ledger.write(delivery);
        }
        written.fire(new DeliveriesWritten());
    }

    private Delivery addressed(PeeringTransitioned transition, Recipient recipient) {
        var delivery = new Delivery();
        delivery.peeringId = transition.getSnapshot().getPeeringId();
        delivery.sequence = transition.getSequence();
        delivery.channel = Channel.Email;
        delivery.recipient = recipient.name();
        switch (recipient) {
            case Recipient.Reachable _ -> delivery.status = DeliveryStatus.Pending;
            case Recipient.Unreachable unreachable -> {
                delivery.status = DeliveryStatus.Undeliverable;
                delivery.reason = unreachable.reason();
            }
        }
        var thread = new MailThread(delivery.peeringId, delivery.recipient, delivery.channel.name(), domain);
        delivery.messageId = thread.messageId(delivery.sequence);
        delivery.inReplyTo = thread.inReplyTo(delivery.sequence).orElse(null);
        delivery.writtenAt = clock.instant();
        delivery.dueAt = delivery.writtenAt;
        return delivery;
    }
}
