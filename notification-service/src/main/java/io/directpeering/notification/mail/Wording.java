package io.directpeering.notification.mail;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.notification.message.Message;
import io.quarkus.qute.TemplateInstance;
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

    /// @param attached whether its letters go with it
    public Words of(Message message, boolean attached) {
        return words(
                Subject.of(message),
                Subject.topic(message),
                message instanceof Message.ToOperator,
                () -> Templates.of(message).data("attached", attached));
    }

    public Words of(WebhookNotice notice, boolean toOperator) {
        return words(
                notice.subject(),
                "Webhook disabled",
                toOperator,
                // About no peering.
                () -> Templates.webhookDisabled(notice).data("matter", null));
    }

    private Words words(String subject, String topic, boolean toOperator, Supplier<TemplateInstance> template) {
        Function<String, String> rendered = mediaType -> template.get()
                .setVariant(Variant.forContentType(mediaType))
                .data("letterhead", letterhead)
                .data("topic", topic)
                .data("toOperator", toOperator)
                .render()
                .strip();
        var text = MORE_THAN_ONE_BLANK_LINE
                .matcher(rendered.apply(Variant.TEXT_PLAIN))
                .replaceAll("\n\n");
        return new Words(subject, text + "\n", rendered.apply(Variant.TEXT_HTML) + "\n");
    }
}
