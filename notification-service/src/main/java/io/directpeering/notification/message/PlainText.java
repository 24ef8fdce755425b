package io.directpeering.notification.message;

import org.jspecify.annotations.Nullable;

/// Makes text that people typed fit for a mail and for a database: no control characters, and none of the
/// invisible ones that reorder what a reader sees.
public final class PlainText {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PARAGRAPHS = 4000;

    private PlainText() {}

    /// One line: a line break becomes a space, so that nobody can add a line of their own.
    public static String line(@Nullable String typed) {
        return cut(cleaned(typed, false).strip(), LONGEST_LINE);
    }

    /// Text that may have several lines, as a reason or a question.
    public static String paragraphs(@Nullable String typed) {
        return cut(cleaned(typed, true).strip(), LONGEST_PARAGRAPHS);
    }

    private static String cleaned(@Nullable String typed, boolean keepLineFeeds) {
        if (typed == null) {
            return "";
        }
        var clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(c == '\n' && keepLineFeeds ? '\n' : ' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
