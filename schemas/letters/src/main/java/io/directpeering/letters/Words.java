package io.directpeering.letters;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;

/// Texts, made fit to be printed.
final class Words {

    /// Stands visibly for what cannot be shown.
    static final int REPLACEMENT = 0xFFFD;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private Words() {}

    /// On one line, without what is invisible: controls and such that change the direction of writing are shown as
    /// replaced, for they could make a name look like another one. Joiners and variation selectors only shape what
    /// is beside them, and go.
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL ->
                    clean.appendCodePoint(c == '\n' || c == '\r' || c == '\t' ? ' ' : REPLACEMENT);
                case Character.SPACE_SEPARATOR -> clean.append(c == '\u00A0' ? '\u00A0' : ' ');
                case Character.FORMAT -> {
                    if (!joins(c)) {
                        clean.appendCodePoint(REPLACEMENT);
                    }
                }
                case Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> clean.appendCodePoint(REPLACEMENT);
                default -> {
                    if (c < 0xFE00 || c > 0xFE0F) {
                        clean.appendCodePoint(c);
                    }
                }
            }
        });
        return clean.toString().strip();
    }

    private static boolean joins(int c) {
        return c == 0x200C || c == 0x200D || c == 0xAD;
    }

    /// Of a name that somebody made very long, as much as anybody reads.
    static String shortened(String text, int characters) {
        var length = text.codePointCount(0, text.length());
        return length <= characters ? text : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }

    /// In the order in which it is seen, from left to right: Arabic joined, what runs from the right reversed.
    static String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        var bidi = new Bidi(joined(line), Bidi.LTR);
        return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }

    private static String joined(String line) {
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(line);
        } catch (ArabicShapingException e) {
            // Letters stand apart then; they can be read.
            return line;
        }
    }

    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC));
    }

    static String bandwidth(int mbps) {
        return mbps >= 1000 && mbps % 1000 == 0 ? mbps / 1000 + " Gbps" : mbps + " Mbps";
    }
}
