package io.directpeering.notification.delivery;

import java.io.UncheckedIOException;
import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.directpeering.notification.enclosure.Enclosures;
import io.directpeering.notification.mail.Handover;
import io.directpeering.notification.mail.OutgoingMail;
import io.directpeering.notification.mail.Smtp;
import io.directpeering.traces.Handling;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/// Sends the mails that are due, one delivery after the other: right after the commit that wrote it, and what failed or
/// was left
/// behind by a crash, by a sweep.
///
/// A crash between the sending and its record repeats the mail, under the same Message-ID.
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private final DeliveryLedger ledger;
    private final Smtp smtp;
    private final Enclosures enclosures;
    private final Retrying retrying;
    private final Clock clock;
    private final OneRound round;

    MailSender(
            DeliveryLedger ledger,
            Smtp smtp,
            Enclosures enclosures,
            Retrying retrying,
            ManagedExecutor executor,
            Clock clock) {
        this.ledger = ledger;
        this.smtp = smtp;
        this.enclosures = enclosures;
        this.retrying = retrying;
        this.clock = clock;
        this.round = new OneRound(executor, this::sendDue);
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesWritten written) {
        if (written.channel() == Channel.Email) {
            round.call();
        }
    }

    @Scheduled(every = "1s")
    void sweep() {
        round.call();
    }

    private void sendDue() {
        boolean goOn = true;
        while (goOn) {
            var taken = ledger.takeUp(retrying.lease());
            goOn = taken.isPresent() && follow(taken.get());
        }
    }

    private boolean follow(Delivery taken) {
        try (var _ = Handling.of("send mail", taken.traceparent, taken.peeringId)) {
            return send(taken);
        }
    }

    /// @return whether it is worth trying the next one now
    private boolean send(Delivery taken) {
        return switch (handOver(taken)) {
            case Handover.Taken _ -> {
                ledger.sent(taken);
                yield true;
            }
            case Handover.Refused(String reason) -> {
                giveUp(taken, reason);
                yield true;
            }
            case Handover.Failed(String reason, boolean serverDown) -> {
                failed(taken, reason);
                yield !serverDown;
            }
        };
    }

    private Handover handOver(Delivery taken) {
        try {
            return smtp.handOver(new OutgoingMail(
                    taken.recipient,
                    taken.subject,
                    taken.body,
                    taken.html,
                    taken.messageId,
                    taken.inReplyTo,
                    enclosures.attachments(taken.enclosures)));
        } catch (IllegalArgumentException e) {
            // Better one mail that people see is missing than one that says what it should not.
            return new Handover.Refused(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IllegalStateException e) {
            return new Handover.Failed("Its letters cannot be made: " + e.getMessage(), false);
        }
    }

    private void failed(Delivery taken, String reason) {
        if (clock.instant().isAfter(taken.pendingSince.plus(retrying.giveUpAfter()))) {
            giveUp(taken, "Given up after " + taken.attempts + " attempts. " + reason);
            return;
        }
        var pause = retrying.pauseAfter(taken.attempts);
        ledger.failed(taken, reason, pause);
        LOG.warnf(
                "Delivery failed, will be tried again: messageId=%s attempts=%d pause=%s reason=%s",
                taken.messageId, taken.attempts, pause, reason);
    }

    private void giveUp(Delivery taken, String reason) {
        ledger.undeliverable(taken, reason);
        LOG.warnf("Delivery is undeliverable: messageId=%s reason=%s", taken.messageId, reason);
    }
}
