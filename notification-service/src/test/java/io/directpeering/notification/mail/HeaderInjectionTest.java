package io.directpeering.notification.mail;

import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.message.TestDeadlines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HeaderInjectionTest {

    private static final String EVIL = "fra\r\nBcc: x@evil.example\r\n\r\nBody";

    @Test
    void aPeeringNameStaysOneLineOfTheSubject() {
        // Given
        var example = new Example();
        example.peeringName = EVIL;
        var transition = example.both(1, "PeeringRequested", ConnectionState.PendingApproval, null);
        // When
        var subject = Wording.subject(told(Telling.of(transition, TestDeadlines.USUAL)));
        // Then
        assertThat(subject).doesNotContain("\r", "\n").startsWith("[Peering fra Bcc: x@evil.example");
    }

    @Test
    void aMailWithAControlCharacterInAHeaderCannotBeMade() {
        // Given
        var id = "<" + UUID.randomUUID() + "@example.net>";
        // When
        // Then
        assertThatThrownBy(() -> new OutgoingMail("a@example.net\r\nBcc: b@c.example", "s", "t", id, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", EVIL, "t", id, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", "s", "t", id + "\n", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", "s", "t", id, id + "\u0085"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Message told(Telling telling) {
        return switch (telling) {
            case Telling.Tell(Message message) -> message;
            case Telling.PassOver passedOver -> throw new AssertionError(passedOver.why());
        };
    }
}
