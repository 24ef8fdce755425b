package io.directpeering.notification.delivery;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Contact;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.notification.contact.AsnContacts;
import io.directpeering.notification.enclosure.Enclosures;
import io.directpeering.notification.mail.Letterhead;
import io.directpeering.notification.mail.MailThread;
import io.directpeering.notification.mail.Wording;
import io.directpeering.notification.message.Deadlines;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.recipient.Audience;
import io.directpeering.notification.recipient.OperatorAddresses;
import io.directpeering.notification.recipient.OperatorMailbox;
import io.directpeering.notification.recipient.PeerAudience;
import io.directpeering.notification.recipient.Recipient;
import io.directpeering.traces.Traceparent;
import org.jboss.logging.Logger;

/// Writes down which mails go to whom, in which words.
@ApplicationScoped
class MailTeller implements Teller {

    private static final Logger LOG = Logger.getLogger(MailTeller.class);

    private final Deadlines deadlines;
    private final Wording wording;
    private final AsnContacts contacts;
    private final OperatorAddresses operator;
    private final Enclosures enclosures;
    private final DeliveryLedger ledger;
    private final Clock clock;
    private final String domain;

    MailTeller(
            Deadlines deadlines,
            Wording wording,
            Letterhead letterhead,
            AsnContacts contacts,
            OperatorAddresses operator,
            Enclosures enclosures,
            DeliveryLedger ledger,
            Clock clock) {
        this.deadlines = deadlines;
        this.wording = wording;
        this.contacts = contacts;
        this.operator = operator;
        this.enclosures = enclosures;
        this.ledger = ledger;
        this.clock = clock;
        this.domain = letterhead.domain();
    }

    @Override
    public void tell(PeeringTransitioned transition, DeliveryStatus status) {
        switch (Telling.of(transition, deadlines)) {
            case Telling.Tell(List<Message> messages) ->
                messages.forEach(message -> write(transition, message, status));
            case Telling.PassOver(String why) ->
                LOG.debugf(
                        "Transition not told: peeringId=%s sequence=%d why=%s",
                        transition.getMetadata().getPeeringId(), transition.getSequence(), why);
        }
    }

    private void write(PeeringTransitioned transition, Message message, DeliveryStatus status) {
        var letters = enclosures.of(transition, message);
        var words = wording.of(message, letters.isPresent());
        for (var recipient : recipients(transition, message)) {
            var delivery = addressed(transition, recipient, status);
            delivery.subject = words.subject();
            delivery.body = words.text();
            delivery.html = words.html();
            delivery.enclosures = letters.orElse(null);
            delivery.toOperator = message instanceof Message.ToOperator;
            ledger.write(delivery);
        }
    }

    private List<Recipient> recipients(PeeringTransitioned transition, Message message) {
        return switch (Audience.of(message)) {
            case PeerAudience audience -> audience.among(contacts(transition));
            case OperatorMailbox mailbox -> operator.of(mailbox);
        };
    }

    /// As registered now; as they stood at the request where no registration has been read.
    private List<Contact> contacts(PeeringTransitioned transition) {
        var peer = transition.getSnapshot().getPeer();
        return contacts.current(peer.getAsn()).orElseGet(peer::getContacts);
    }

    private Delivery addressed(PeeringTransitioned transition, Recipient recipient, DeliveryStatus status) {
        var delivery = new Delivery();
        delivery.peeringId = transition.getSnapshot().getPeeringId();
        delivery.sequence = transition.getSequence();
        delivery.peerAsn = transition.getSnapshot().getPeer().getAsn();
        delivery.channel = Channel.Email;
        delivery.recipient = recipient.name();
        delivery.status = status;
        if (recipient instanceof Recipient.Unreachable unreachable && status == DeliveryStatus.Pending) {
            delivery.status = DeliveryStatus.Undeliverable;
            delivery.reason = unreachable.reason();
        }
        var peeringId = transition.getSnapshot().getPeeringId();
        var thread = new MailThread(peeringId, delivery.recipient, delivery.channel.name(), domain);
        delivery.messageId = thread.messageId(transition.getSequence());
        delivery.inReplyTo = thread.inReplyTo(transition.getSequence()).orElse(null);
        delivery.traceparent = Traceparent.current();
        delivery.writtenAt = clock.instant();
        delivery.pendingSince = delivery.writtenAt;
        delivery.dueAt = delivery.writtenAt;
        return delivery;
    }
}
