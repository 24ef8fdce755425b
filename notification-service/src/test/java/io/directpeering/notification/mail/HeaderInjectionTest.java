package io.directpeering.notification.mail;

import java.util.List;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.message.TestDeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HeaderInjectionTest {

    private static final String EVIL = "fra\r\nBcc: x@evil.example\r\n\r\nBody";

    private static final String ID = "<" + UUID.randomUUID() + ".1.abc@example.net>";

    @Test
    void aPeeringNameStaysOneLineOfTheSubject() {
        // Given
        var example = new Example();
        example.peeringName = EVIL;
        var transition = example.both(1, "PeeringRequested", ConnectionState.PendingApproval, null);
        // When
        var subjects =
                told(Telling.of(transition, TestDeadlines.USUAL)).stream().map(Subject::of);
        // Then
        assertThat(subjects)
                .hasSize(2)
                .allSatisfy(subject ->
                        assertThat(subject).doesNotContain("\r", "\n").startsWith("[Peering fra Bcc: x@evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.net\r\nBcc: b@c.example",
                "a@example.net\n",
                "a@example.net, b@c.example",
                "A <a@example.net>",
                "a\u0000@example.net",
                "a@example.net\u2028",
                ""
            })
    void aRecipientIsAPlainAddress(String recipient) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new OutgoingMail(recipient, "s", "t", null, ID, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s\r\nBcc: b@c.example", "s\nX", "s\rX", "s\u0000", "s\u0085X", "s\u2028X", "s\u2029X"})
    void aSubjectIsOneLine(String subject) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", subject, "t", null, ID, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a@example.net>\n",
                "<a@example.net>\r\nX: y",
                "<a b@example.net>",
                "<a@e> <b@e>",
                "a@e",
                "<a\u0085@e>"
            })
    void messageIdsAreOfOurMaking(String id) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", "s", "t", null, id, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail("a@example.net", "s", "t", null, ID, id, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf\r\nX: y", "a\".pdf", "../a.pdf", "a;b.pdf", "", "ä.pdf", ".pdf"})
    void fileNamesAreHarmless(String fileName) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new Attachment(fileName, "application/pdf", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment("a.pdf", "application/pdf\r\nX: " + fileName, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Message> told(Telling telling) {
        return switch (telling) {
            case Telling.Tell(List<Message> messages) -> messages;
            case Telling.PassOver passedOver -> throw new AssertionError(passedOver.why());
        };
    }
}
