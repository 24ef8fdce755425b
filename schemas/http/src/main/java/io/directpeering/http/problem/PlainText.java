package io.directpeering.http.problem;

import org.jspecify.annotations.Nullable;

/// Text that people typed and that later stands in e-mails, letters and logs: without control characters (a line
/// feed in a name is a header in a mail), without characters that turn the reading direction around, and never half
/// a character.
public final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /// The text without the blanks around it; null and noted as wrong if it is missing, blank, too long or not plain.
    public static @Nullable String required(
            Violations violations, String field, @Nullable String text, int maxCharacters) {
        if (text == null || text.isBlank()) {
            violations.add(field, "is required");
            return null;
        }
        return optional(violations, field, text, maxCharacters);
    }

    /// As [#required], but null where nothing was said.
    public static @Nullable String optional(
            Violations violations, String field, @Nullable String text, int maxCharacters) {
        if (text == null) {
            return null;
        }
        if (!isPlain(text)) {
            violations.add(field, "contains control characters (line feeds, tabs and the like); leave them out");
            return null;
        }
        if (text.isBlank()) {
            violations.add(field, "is blank; give a text or leave the field out");
            return null;
        }
        if (text.codePointCount(0, text.length()) > maxCharacters) {
            violations.add(field, "is longer than " + maxCharacters + " characters");
            return null;
        }
        return text.strip();
    }

    /// Whether every character may stand in a header, a letter and a log line.
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            // Persian and Indic names need the joiners.
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
