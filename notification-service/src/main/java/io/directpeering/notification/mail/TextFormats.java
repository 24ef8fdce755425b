package io.directpeering.notification.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.notification.message.Connection;
import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

/// How times, bandwidths and quotations look in a mail.
@TemplateExtension
final class TextFormats {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private TextFormats() {}

    static String minute(Instant instant) {
        return MINUTES.format(instant);
    }

    static String day(Instant instant) {
        return DAYS.format(instant);
    }

    /// 100000 → 100 Gbps
    static String bandwidth(int inMbps) {
        return inMbps % 1000 == 0 ? inMbps / 1000 + " Gbps" : inMbps + " Mbps";
    }

    /// The average, and the span where it is known: 0.4 ms (0.3 to 0.9)
    static String roundTrip(Connection.LinkTest test) {
        var average = test.roundTripMs() + " ms";
        return test.roundTripMinMs() == null || test.roundTripMaxMs() == null
                ? average
                : average + " (" + test.roundTripMinMs() + " to " + test.roundTripMaxMs() + ")";
    }

    /// What the peer told of its end, in the order in which one walks up to it.
    static String described(Connection.PeerEnd end) {
        return Stream.of(
                        named("rack ", end.rack()),
                        named("patch panel ", end.patchPanel()),
                        named("port ", end.patchPanelPort()),
                        named("router ", end.router()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String what, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : what + value;
    }

    /// The page that tells a colo whether the letter counts.
    static String page(Connection.Letter letter, String api) {
        return letter.verificationCode() == null
                ? api + "/loas/" + letter.number()
                : api + "/verify/" + letter.verificationCode();
    }

    /// Every line marked as somebody's own words, so that they cannot pass for ours.
    static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
