package io.directpeering.notification.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.directpeering.notification.contact.AsnContacts;
import io.directpeering.notification.delivery.Channel;
import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryLedger;
import io.directpeering.notification.delivery.DeliveryStatus;
import io.directpeering.notification.mail.Letterhead;
import io.directpeering.notification.mail.MailThread;
import io.directpeering.notification.mail.WebhookNotice;
import io.directpeering.notification.mail.Wording;
import io.directpeering.notification.recipient.OperatorAddresses;
import io.directpeering.notification.recipient.OperatorMailbox;
import io.directpeering.notification.recipient.PeerAudience;
import io.directpeering.notification.recipient.Recipient;

/// Tells the owner of a webhook, and the operator, that it was disabled: mails, written in the same transaction.
@ApplicationScoped
class DisabledMail {

    private final Wording wording;
    private final Letterhead letterhead;
    private final AsnContacts contacts;
    private final OperatorAddresses operator;
    private final DeliveryLedger ledger;
    private final Clock clock;

    DisabledMail(
            Wording wording,
            Letterhead letterhead,
            AsnContacts contacts,
            OperatorAddresses operator,
            DeliveryLedger ledger,
            Clock clock) {
        this.wording = wording;
        this.letterhead = letterhead;
        this.contacts = contacts;
        this.operator = operator;
        this.ledger = ledger;
        this.clock = clock;
    }

    void disabled(@Observes WebhookDisabled event) {
        var webhook = event.webhook();
        var notice = new WebhookNotice(
                webhook.id, URI.create(webhook.url).getHost(), String.valueOf(webhook.disabledReason), event.at());
        reachable(operator.of(OperatorMailbox.NOC)).forEach(to -> write(event, notice, to, true));
        if (webhook.peerAsn != null) {
            var peers = PeerAudience.PROVISIONING.among(
                    contacts.current(webhook.peerAsn).orElse(List.of()));
            reachable(peers).forEach(to -> write(event, notice, to, false));
        }
    }

    private static Stream<String> reachable(List<Recipient> recipients) {
        return recipients.stream().filter(Recipient.Reachable.class::isInstance).map(Recipient::name);
    }

    private void write(WebhookDisabled event, WebhookNotice notice, String recipient, boolean toOperator) {
        var words = wording.of(notice, toOperator);
        var delivery = new Delivery();
        delivery.channel = Channel.Email;
        delivery.recipient = recipient;
        delivery.peerAsn = event.webhook().peerAsn;
        delivery.toOperator = toOperator;
        delivery.subject = words.subject();
        delivery.body = words.text();
        delivery.html = words.html();
        // Of a webhook the moments at which it was disabled are what transitions are of a peering.
        delivery.messageId = new MailThread(notice.id(), recipient, Channel.Email.name(), letterhead.domain())
                .messageId(event.at().toEpochMilli());
        delivery.status = DeliveryStatus.Pending;
        delivery.writtenAt = clock.instant();
        delivery.pendingSince = delivery.writtenAt;
        delivery.dueAt = delivery.writtenAt;
        ledger.write(delivery);
    }
}
