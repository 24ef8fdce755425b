package io.directpeering.notification.mail;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailThreadTest {

    private final UUID peeringId = UUID.randomUUID();

    @Test
    void aMailHasTheSameIdWheneverItIsMade() {
        // Given
        var before = new MailThread(peeringId, "noc@peer.example", "Email", "example.net");
        var afterCrash = new MailThread(peeringId, "noc@peer.example", "Email", "example.net");
        // When
        var id = afterCrash.messageId(7);
        // Then
        assertThat(id)
                .isEqualTo(before.messageId(7))
                .matches("<" + peeringId + "\\.7\\.[0-9a-f]{16}@example\\.net>")
                .doesNotContain("noc");
    }

    @Test
    void mailsDifferBySequenceRecipientAndChannel() {
        // Given
        var thread = new MailThread(peeringId, "noc@peer.example", "Email", "example.net");
        // When
        var id = thread.messageId(7);
        // Then
        assertThat(id)
                .isNotEqualTo(thread.messageId(8))
                .isNotEqualTo(new MailThread(peeringId, "tech@peer.example", "Email", "example.net").messageId(7))
                .isNotEqualTo(new MailThread(peeringId, "noc@peer.example", "Webhook", "example.net").messageId(7));
    }

    @Test
    void laterMailsAnswerTheFirst() {
        // Given
        var thread = new MailThread(peeringId, "noc@peer.example", "Email", "example.net");
        // When
        var answered = thread.inReplyTo(7);
        // Then
        assertThat(answered).contains(thread.messageId(1));
        assertThat(thread.inReplyTo(1)).isEmpty();
    }
}
