package io.directpeering.notification.mail;

import org.jspecify.annotations.Nullable;

/// A mail as it goes out.
///
/// @param recipient plain address
/// @param subject   one line
/// @param inReplyTo Message-ID of the mail that it answers, if it answers one
public record OutgoingMail(
        String recipient,
        String subject,
        String text,
        String messageId,
        @Nullable String inReplyTo) {

    /// @throws IllegalArgumentException a value would break out of its header: a bug, for all values are made clean
    ///                                  where they come in
    public OutgoingMail {
        requireOneLine("recipient", recipient);
        requireOneLine("subject", subject);
        requireOneLine("Message-ID", messageId);
        requireOneLine("In-Reply-To", inReplyTo == null ? "" : inReplyTo);
    }

    private static void requireOneLine(String what, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Control character in the " + what + " of a mail");
        }
    }
}
