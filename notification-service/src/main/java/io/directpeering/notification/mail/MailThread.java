package io.directpeering.notification.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The mails of one peering to one recipient, as mail programs show them: the first one, and answers to it.
///
/// Every Message-ID follows from what the mail is, so a mail sent again after a crash carries the same one.
///
/// @param domain what stands behind the @ of a Message-ID: the sender's domain
public record MailThread(UUID peeringId, String recipient, String channel, String domain) {

    private static final int FIRST_SEQUENCE = 1;
    private static final int HASH_BYTES = 8;

    /// `<peeringId.sequence.hash@domain>`; the hash tells recipients and channels apart without naming them.
    public String messageId(long sequence) {
        return "<" + peeringId + "." + sequence + "." + hash() + "@" + domain + ">";
    }

    /// The mail that this one answers: the first of the peering.
    public Optional<String> inReplyTo(long sequence) {
        return sequence == FIRST_SEQUENCE ? Optional.empty() : Optional.of(messageId(FIRST_SEQUENCE));
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((channel + "/" + recipient).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
