package io.directpeering.notification.enclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import biweekly.Biweekly;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MaintNoteCalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void saysWhatTheConventionAsksFor() {
        // Given
        var note = note(12, MaintenanceStatus.Announced, "new optics");

        // When
        var lines = lines(note);

        // Then
        assertThat(lines)
                .contains(
                        "METHOD:PUBLISH",
                        "VERSION:2.0",
                        "UID:" + note.maintenanceId() + "." + note.connectionId() + "@example.net",
                        "SEQUENCE:12",
                        "DTSTAMP:20261101T100000Z",
                        "DTSTART:20261101T110000Z",
                        "DTEND:20261101T130000Z",
                        "STATUS:CONFIRMED",
                        "X-MAINTNOTE-PROVIDER:example.net",
                        "X-MAINTNOTE-ACCOUNT:AS64501",
                        "X-MAINTNOTE-MAINTENANCE-ID:" + note.maintenanceId(),
                        "X-MAINTNOTE-OBJECT-ID:" + note.connectionId(),
                        "X-MAINTNOTE-IMPACT:REDUCED-REDUNDANCY",
                        "X-MAINTNOTE-STATUS:CONFIRMED");
        assertThat(lines).anyMatch(line -> line.startsWith("ORGANIZER") && line.endsWith("mailto:peering@example.net"));
    }

    @Test
    void cancelsTheSameEntryUnderAHigherSequence() {
        // Given
        var announced = lines(note(12, MaintenanceStatus.Announced, "new optics"));

        // When
        var cancelled = lines(note(13, MaintenanceStatus.Cancelled, "new optics"));

        // Then
        assertThat(cancelled)
                .contains("METHOD:CANCEL", "SEQUENCE:13", "STATUS:CANCELLED", "X-MAINTNOTE-STATUS:CANCELLED")
                .containsAll(
                        announced.stream().filter(it -> it.startsWith("UID:")).toList());
    }

    @Test
    void textBreaksNoLineAndComesBackAsItWas() {
        // Given
        var text = "optics; router \"fra1\", Straße 5 \\ X-MAINTNOTE-STATUS:CANCELLED "
                + "a long line that has to be folded because it goes on and on and on";
        var note = note(1, MaintenanceStatus.InProgress, text);

        // When
        var written = new String(MaintNoteCalendar.of(note), UTF_8);

        // Then
        assertThat(Biweekly.parse(written)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getDescription()
                        .getValue())
                .isEqualTo(text);
        assertThat(lines(note))
                .doesNotContain("X-MAINTNOTE-STATUS:CANCELLED")
                .contains("X-MAINTNOTE-STATUS:IN-PROCESS");
        assertThat(written.split("\r\n")).allMatch(line -> line.length() <= 75);
        assertThat(MaintNoteCalendar.of(note)).isEqualTo(MaintNoteCalendar.of(note));
    }

    private static List<String> lines(MaintNote note) {
        return new String(MaintNoteCalendar.of(note), UTF_8)
                .replace("\r\n ", "")
                .lines()
                .toList();
    }

    private static MaintNote note(long sequence, MaintenanceStatus status, String reason) {
        return new MaintNote(
                new UUID(7, 7),
                new UUID(2, 1),
                sequence,
                NOW,
                "example.net",
                "peering@example.net",
                "Example Networks",
                "AS64501",
                "Maintenance: peering fra-main",
                reason,
                NOW.plusSeconds(3_600),
                NOW.plusSeconds(10_800),
                MaintenanceImpact.ReducedRedundancy,
                status);
    }
}
