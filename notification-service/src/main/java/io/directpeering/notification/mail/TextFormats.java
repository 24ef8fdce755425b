package io.directpeering.notification.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateExtension;

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

    /// Every line marked as somebody's own words, so that they cannot pass for ours.
    static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
