package io.directpeering.notification.mail;

import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.notification.message.Message;
import io.quarkus.qute.Variant;

/// The words of each message.
@ApplicationScoped
public class Wording {

    /// What templates leave behind where a part of them has nothing to say.
    private static final Pattern MORE_THAN_ONE_BLANK_LINE = Pattern.compile("\n{3,}");

    private final Letterhead letterhead;

    Wording(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    public Words of(Message message) {
        var text = MORE_THAN_ONE_BLANK_LINE
                .matcher(rendered(message, Variant.TEXT_PLAIN))
                .replaceAll("\n\n");
        return new Words(Subject.of(message), text.strip() + "\n", rendered(message, Variant.TEXT_HTML).strip() + "\n");
    }

    private String rendered(Message message, String mediaType) {
        return Templates.of(message)
                .setVariant(Variant.forContentType(mediaType))
                .data("letterhead", letterhead)
                .data("topic", Subject.topic(message))
                .data("toOperator", message instanceof Message.ToOperator)
                .render();
    }
}
