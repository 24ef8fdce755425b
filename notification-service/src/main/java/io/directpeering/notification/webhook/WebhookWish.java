package io.directpeering.notification.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.directpeering.http.problem.Violations;
import io.directpeering.notification.message.FactType;
import io.directpeering.notification.message.PlainText;
import io.directpeering.notification.reach.Reach;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a client asks of a webhook. Where it exists, what is left out stays as it is.
@Schema(name = "WebhookWish")
public record WebhookWish(
        @Schema(description = "Where messages are posted to", examples = "https://hooks.example.net/peerings") @Nullable
        String url,

        @Schema(description = "Whose peerings it is told of; left out: all, which is the operator's. Cannot be changed")
        @Nullable
        Long peerAsn,

        @Schema(description = "Types of facts it is told of, such as Approved; left out or empty: all") @Nullable
        List<String> events,

        @Schema(description = "One line for people, up to 200 characters; empty: none") @Nullable
        String description,

        @Schema(description = "Enabled or Disabled", examples = "Enabled") @Nullable
        String state) {

    private static final long GREATEST_ASN = 4294967295L;
    private static final int MOST_EVENTS = 100;
    private static final String KNOWN_EVENTS =
            Arrays.stream(FactType.values()).map(Enum::name).collect(Collectors.joining(", "));

    /// What is wrong with it, looked at by itself.
    Violations violations(Reach reach) {
        var violations = new Violations();
        if (url != null && reach.of(url) instanceof Reach.Outcome.Closed(String reason)) {
            violations.add("url", reason);
        }
        if (peerAsn != null) {
            violations.check(
                    peerAsn >= 1 && peerAsn <= GREATEST_ASN, "peerAsn", "must be a number from 1 to " + GREATEST_ASN);
        }
        if (events != null) {
            events(violations, events);
        }
        if (description != null) {
            violations.check(
                    description.equals(PlainText.line(description)),
                    "description",
                    "must be one line of up to 200 readable characters without spaces around it");
        }
        if (state != null) {
            violations.check(
                    Arrays.stream(WebhookState.values())
                            .anyMatch(each -> each.name().equals(state)),
                    "state",
                    "must be Enabled or Disabled");
        }
        return violations;
    }

    private static void events(Violations violations, List<String> events) {
        if (!violations.check(events.size() <= MOST_EVENTS, "events", "must not be more than " + MOST_EVENTS)) {
            return;
        }
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            violations.check(
                    event != null && FactType.named(event).isPresent(),
                    "events[" + i + "]",
                    "must be one of " + KNOWN_EVENTS);
        }
    }
}
