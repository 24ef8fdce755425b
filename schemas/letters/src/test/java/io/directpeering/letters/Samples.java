package io.directpeering.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Letters to look at, and to compare.
final class Samples {

    static final UUID CONNECTION = UUID.fromString("8f3a91c2-77d0-4b1e-9a55-0c6d2f18e7b4");

    static final Letterhead HEAD = new Letterhead(
            new Party("Example Networks", 64500),
            List.of("1 Exchange Street", "60313 Frankfurt am Main", "Germany"),
            "peering@example.net",
            "+1 555 0100",
            "https://peering.example.net",
            List.of());

    static final Party PEER = new Party("Peer Networks", 64_496_000);

    private Samples() {}

    static Demarc at(String facility) {
        return new Demarc(
                60,
                facility,
                "Frankfurt",
                "0504",
                "PP-1",
                "7",
                "fra2-edge1",
                "xe-0/0/7",
                "10GBASE-LR",
                "LC/UPC",
                "Duplex");
    }

    static LetterOfAuthorization letter() {
        return letter(PEER, at("Equinix FR5 - Frankfurt, KleyerStrasse"), null);
    }

    static LetterOfAuthorization letter(Party peer, Demarc demarc, @Nullable String voided) {
        return new LetterOfAuthorization(
                HEAD,
                "LOA-2026-000042",
                Instant.parse("2026-11-27T09:30:00Z"),
                Instant.parse("2027-01-26T09:30:00Z"),
                peer,
                "frankfurt-1",
                CONNECTION,
                10_000,
                demarc,
                "K7QM-3XWP-9FHT-C4NR-V6DY",
                voided);
    }

    static CeaseLetter cease(
            Party peer, Demarc demarc, @Nullable String loa, @Nullable String xc, @Nullable String reason) {
        return new CeaseLetter(
                HEAD,
                Instant.parse("2027-09-01T12:00:00Z"),
                peer,
                "frankfurt-1",
                CONNECTION,
                10_000,
                demarc,
                loa,
                xc,
                xc == null ? CustomerEnd.UNKNOWN : new CustomerEnd("B 17", null, "24", "edge-fra"),
                reason);
    }

    static CeaseLetter cease() {
        return cease(
                PEER,
                at("Equinix FR5 - Frankfurt, KleyerStrasse"),
                "LOA-2026-000042",
                "FR5-XC-1029384",
                "The customer moves its traffic to another facility.");
    }

    /// Writes them into a folder.
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("loa.pdf"), LetterPdf.of(letter()));
        Files.write(folder.resolve("cease.pdf"), LetterPdf.of(cease()));
        Files.write(folder.resolve("scripts.pdf"), LetterPdf.of(scripts()));
    }

    /// In several scripts, with a name that is longer than a line, and revoked.
    static LetterOfAuthorization scripts() {
        return letter(
                new Party("شركة الاتصالات 42 – Δίκτυα – Сеть – רשת – 网络 – 😀", 4_200_000),
                at("A very long name of a building ".repeat(5) + "x".repeat(200)),
                "REVOKED 2026-12-01");
    }
}
