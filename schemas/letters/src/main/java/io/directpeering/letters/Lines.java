package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines.
final class Lines {

    private final Typefaces faces;
    private final Style style;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private Lines(Typefaces faces, Style style, float width) {
        this.faces = faces;
        this.style = style;
        this.width = width;
    }

    /// Lines as they are seen, none wider than `width`; at least one.
    static List<String> of(String text, Typefaces faces, Style style, float width) throws IOException {
        var lines = new Lines(faces, style, width);
        for (var word : Words.clean(text).split(" +")) {
            lines.add(word);
        }
        lines.end();
        return List.copyOf(lines.lines);
    }

    private void add(String word) throws IOException {
        var longer = line.isEmpty() ? word : line + " " + word;
        if (fits(longer)) {
            line = longer;
            return;
        }
        if (!line.isEmpty()) {
            end();
        }
        var rest = word;
        while (!fits(rest)) {
            var cut = longestThatFits(rest);
            line = rest.substring(0, cut);
            end();
            rest = rest.substring(cut);
        }
        line = rest;
    }

    private void end() {
        lines.add(Words.visual(line));
        line = "";
    }

    private boolean fits(String text) throws IOException {
        return faces.width(Words.visual(text), style) <= width;
    }

    /// Where a word that is wider than a line is cut: behind a mark that names are often joined with, else anywhere.
    private int longestThatFits(String word) throws IOException {
        var cut = word.offsetByCodePoints(0, 1);
        var afterMark = 0;
        var next = cut;
        while (next <= word.length() && fits(word.substring(0, next))) {
            cut = next;
            if ("-/_.@:".indexOf(word.charAt(cut - 1)) >= 0) {
                afterMark = cut;
            }
            next = cut == word.length() ? cut + 1 : word.offsetByCodePoints(cut, 1);
        }
        return afterMark > 0 ? afterMark : cut;
    }
}
