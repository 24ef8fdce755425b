package io.directpeering.notification.mail;

import java.time.Duration;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.notification.message.PlainText;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The mail server.
@ApplicationScoped
public class Smtp {

    /// No such mailbox (RFC 5321, section 4.2.3). Other refusals may be the server's own trouble.
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    private final ReactiveMailer mailer;
    private final Letterhead letterhead;
    private final Duration patience;

    /// @param patience a server that is silent for longer counts as down; shorter than a sender's lease
    Smtp(
            ReactiveMailer mailer,
            Letterhead letterhead,
            @ConfigProperty(name = "peering.smtp.patience", defaultValue = "20s") Duration patience) {
        this.mailer = mailer;
        this.letterhead = letterhead;
        this.patience = patience;
    }

    /// Blocks until the server answered.
    public Handover handOver(OutgoingMail outgoing) {
        // With both, the mailer makes a multipart/alternative, plain text first.
        var mail = Mail.withText(outgoing.recipient(), outgoing.subject(), outgoing.text())
                .setHtml(outgoing.html())
                .setFrom(letterhead.from())
                .addHeader("Message-ID", outgoing.messageId())
                // So that no out-of-office program answers (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        if (outgoing.inReplyTo() != null) {
            mail.addHeader("In-Reply-To", outgoing.inReplyTo()).addHeader("References", outgoing.inReplyTo());
        }
        outgoing.attachments().forEach(file -> mail.addAttachment(file.fileName(), file.bytes(), file.mediaType()));
        try {
            mailer.send(mail).await().atMost(patience);
            return new Handover.Taken();
        } catch (RuntimeException e) {
            return judged(e);
        }
    }

    private static Handover judged(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                var reason = "The mail server answered " + PlainText.line(answer.getMessage());
                return NO_SUCH_MAILBOX.contains(answer.getReplyCode())
                        ? new Handover.Refused(reason)
                        : new Handover.Failed(reason, false);
            }
        }
        return new Handover.Failed("The mail server cannot be reached: " + PlainText.line(failure.toString()), true);
    }
}
