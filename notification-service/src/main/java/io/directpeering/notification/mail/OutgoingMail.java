package io.directpeering.notification.mail;

import java.util.List;
import java.util.regex.Pattern;

import io.directpeering.notification.recipient.AddrSpec;
import org.jspecify.annotations.Nullable;

/// A mail as it goes out.
///
/// @param recipient plain address
/// @param html      null: the mail is text only
/// @param inReplyTo Message-ID of the mail that it answers, if it answers one
public record OutgoingMail(
        String recipient,
        String subject,
        String text,
        @Nullable String html,
        String messageId,
        @Nullable String inReplyTo,
        List<Attachment> attachments) {

    /// What this service makes Message-IDs of.
    private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>");

    /// @throws IllegalArgumentException a value would break out of its header: a bug, for all values are made clean
    ///                                  where they come in
    public OutgoingMail {
        if (AddrSpec.parse(recipient).isEmpty()) {
            throw new IllegalArgumentException("The recipient of a mail is not a plain address");
        }
        if (subject.codePoints().anyMatch(OutgoingMail::breaksLines)) {
            throw new IllegalArgumentException("Control character in the subject of a mail");
        }
        requireMessageId("Message-ID", messageId);
        if (inReplyTo != null) {
            requireMessageId("In-Reply-To", inReplyTo);
        }
        attachments = List.copyOf(attachments);
    }

    private static void requireMessageId(String header, String value) {
        if (!MESSAGE_ID.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + header + " of a mail is not one of ours");
        }
    }

    private static boolean breaksLines(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
