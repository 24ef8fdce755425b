package io.directpeering.local.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

/// A folder with one `.eml` file per mail and recipient; names sort by the time of arrival.
final class MailFolder {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private Instant latest = Instant.MIN;

    MailFolder(Path folder, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
    }

    /// Keeps a mail. Whoever reads the folder sees the whole file or none.
    ///
    /// @param recipient who it was delivered to, as the sender told the server
    Path keep(String recipient, byte[] mail) throws IOException {
        var file = folder.resolve(NAME.format(next()) + "Z.eml");
        var written = folder.resolve("." + file.getFileName() + ".part");
        try (var out = Files.newOutputStream(written)) {
            // What a mail server adds when it delivers; the mail itself follows as it came.
            out.write(("Delivered-To: " + recipient.replaceAll("\\p{Cntrl}", " ") + "\r\n").getBytes(US_ASCII));
            out.write(mail);
        }
        return Files.move(written, file, ATOMIC_MOVE);
    }

    /// Now, later than every time before, in the microseconds that a name shows.
    private synchronized Instant next() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        latest = now.isAfter(latest) ? now : latest.plusNanos(1_000);
        return latest;
    }
}
