package io.directpeering.notification.mail;

import java.time.Duration;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.notification.message.PlainText;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The mail server. Spoken to by Vert.x's client, not by the mailer above it, which takes each byte of an attachment
/// for an event: more work than all of the rest of a mail.
@ApplicationScoped
public class Smtp {

    /// No such mailbox (RFC 5321, section 4.2.3). Other refusals may be the server's own trouble.
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    private final MailClient server;
    private final Letterhead letterhead;
    private final Duration patience;

    /// @param patience a server that is silent for longer counts as down; shorter than a sender's lease
    Smtp(
            MailClient server,
            Letterhead letterhead,
            @ConfigProperty(name = "peering.smtp.patience", defaultValue = "20s") Duration patience) {
        this.server = server;
        this.letterhead = letterhead;
        this.patience = patience;
    }

    /// Blocks until the server answered.
    public Handover handOver(OutgoingMail outgoing) {
        try {
            server.sendMail(message(outgoing)).await().atMost(patience);
            return new Handover.Taken();
        } catch (RuntimeException e) {
            return judged(e);
        }
    }

    private MailMessage message(OutgoingMail outgoing) {
        // With both, the client makes a multipart/alternative, plain text first.
        var message = new MailMessage(letterhead.from(), outgoing.recipient(), outgoing.subject(), outgoing.text())
                .setHtml(outgoing.html())
                .addHeader("Message-ID", outgoing.messageId())
                // So that no out-of-office program answers (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        if (outgoing.inReplyTo() != null) {
            message.addHeader("In-Reply-To", outgoing.inReplyTo()).addHeader("References", outgoing.inReplyTo());
        }
        return message.setAttachment(
                outgoing.attachments().stream().map(Smtp::attachment).toList());
    }

    private static MailAttachment attachment(Attachment file) {
        return MailAttachment.create()
                .setName(file.fileName())
                .setContentType(file.mediaType())
                .setDisposition("attachment")
                .setData(Buffer.buffer(file.bytes()));
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
