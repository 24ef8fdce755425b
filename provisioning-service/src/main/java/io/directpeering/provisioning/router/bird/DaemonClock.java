package io.directpeering.provisioning.router.bird;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/// What the daemon's times of day mean: it tells them in its own zone and, unless told otherwise, without the date on
/// the first day and without the time from then on.
///
/// @param now    by the daemon's clock
/// @param offset of the daemon's zone
record DaemonClock(LocalDateTime now, ZoneOffset offset) {

    private static final Pattern NOW =
            Pattern.compile("Current server time is (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?).*");
    private static final int QUARTER_OF_AN_HOUR = 900;
    private static final int MOST = 18 * 3600;

    /// @param status of the daemon, which tells its time
    static DaemonClock of(List<String> status, Instant at) {
        for (var line : status) {
            var now = NOW.matcher(line);
            if (now.matches()) {
                var local = LocalDateTime.of(LocalDate.parse(now.group(1)), LocalTime.parse(now.group(2)));
                var apart =
                        Duration.between(at, local.toInstant(ZoneOffset.UTC)).toSeconds();
                var seconds = Math.round((double) apart / QUARTER_OF_AN_HOUR) * QUARTER_OF_AN_HOUR;
                return new DaemonClock(local, ZoneOffset.ofTotalSeconds((int) Math.clamp(seconds, -MOST, MOST)));
            }
        }
        return new DaemonClock(LocalDateTime.ofInstant(at, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /// @param text as in 18:28:38.337, 2026-11-24, or both
    Instant instant(String text) {
        return local(text).toInstant(offset);
    }

    private LocalDateTime local(String text) {
        if (text.length() > 10 && text.charAt(10) == ' ') {
            return LocalDateTime.of(LocalDate.parse(text.substring(0, 10)), LocalTime.parse(text.substring(11)));
        }
        if (text.contains("-")) {
            return LocalDate.parse(text).atStartOfDay();
        }
        var today = now.toLocalDate().atTime(LocalTime.parse(text));
        return today.isAfter(now.plusMinutes(1)) ? today.minusDays(1) : today;
    }
}
