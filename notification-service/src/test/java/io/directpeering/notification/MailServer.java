package io.directpeering.notification;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.eclipse.microprofile.config.ConfigProvider;

/// A mail server that can be stopped and started again at the same port. It forgets its mails when it stops.
final class MailServer implements AutoCloseable {

    private static final int STARTS_WITHIN_MS = 20_000;

    private final GreenMail greenMail;

    private MailServer(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTS_WITHIN_MS);
        greenMail = new GreenMail(setup);
    }

    /// Starts where the service under test looks for it.
    static MailServer start() {
        var server = new MailServer(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
        server.greenMail.start();
        return server;
    }

    /// Mails whose subject names the peering, by recipient.
    List<MimeMessage> mailsOf(Example example) {
        var shortId = example.peeringId.toString().substring(0, 8);
        return Arrays.stream(greenMail.getReceivedMessages())
                .filter(mail -> subject(mail).contains(shortId))
                .toList();
    }

    List<String> subjects() {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(MailServer::subject)
                .toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recipient(MimeMessage mail) {
        try {
            var recipients = mail.getAllRecipients();
            if (recipients.length != 1) {
                throw new AssertionError("Not one recipient: " + Arrays.toString(recipients));
            }
            return recipients[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? "" : String.join("|", values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage mail) {
        return content(mail, "text/plain");
    }

    static String html(MimeMessage mail) {
        return content(mail, "text/html");
    }

    /// Files that came with it, by name.
    static Map<String, byte[]> files(MimeMessage mail) {
        try {
            var files = new HashMap<String, byte[]>();
            if (mail.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    var part = parts.getBodyPart(i);
                    if (part.getFileName() != null) {
                        files.put(part.getFileName(), part.getInputStream().readAllBytes());
                    }
                }
            }
            return files;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The one part of this type, however deep it lies.
    private static String content(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return ((String) part.getContent()).replace("\r\n", "\n");
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    var found = content(parts.getBodyPart(i), type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
