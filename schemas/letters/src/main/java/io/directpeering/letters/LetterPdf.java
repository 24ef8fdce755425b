package io.directpeering.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Letters as PDF (A4, fonts embedded, tagged). The same letter gives the same bytes: its dates and its id are the
/// letter's own.
public final class LetterPdf {

    private LetterPdf() {}

    public static byte[] of(LetterOfAuthorization letter) {
        return pdf(
                letter.from(),
                letter.number(),
                "Letter of authorization " + letter.number(),
                letter.issuedAt(),
                letter.voided(),
                sheet -> new AuthorizationText(letter).on(sheet));
    }

    public static byte[] of(CeaseLetter letter) {
        return pdf(
                letter.from(),
                letter.number(),
                "Cease letter " + letter.number(),
                letter.date(),
                null,
                sheet -> new CeaseText(letter).on(sheet));
    }

    @FunctionalInterface
    private interface Text {

        void on(Sheet sheet) throws IOException;
    }

    private static byte[] pdf(
            Letterhead from, String number, String title, Instant date, @Nullable String stamp, Text text) {
        try (var document = new PDDocument()) {
            var operator = Words.clean(from.operator().name());
            describe(document, title, operator, date);
            document.setDocumentId(id(number, date));
            var sheet = new Sheet(document, operator + "  ·  " + title + "  ·  " + Words.day(date), stamp);
            sheet.head(from);
            text.on(sheet);
            sheet.close();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A letter cannot be made", e);
        }
    }

    private static void describe(PDDocument document, String title, String operator, Instant date) {
        var about = document.getDocumentInformation();
        about.setTitle(title);
        about.setAuthor(operator);
        about.setSubject("Cross-connect");
        about.setCreator("Direct Peering");
        about.setProducer("Direct Peering");
        var calendar = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
        about.setCreationDate(calendar);
        about.setModificationDate(calendar);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static long id(String number, Instant date) {
        var sum = new CRC32();
        sum.update(number.getBytes(UTF_8));
        return sum.getValue() << 32 ^ date.toEpochMilli();
    }
}
