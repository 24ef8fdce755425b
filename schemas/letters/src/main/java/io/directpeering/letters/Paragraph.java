package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Lines of text.
///
/// @param role  as PDF has it: `P`, `H1`, `H2`
/// @param label before the first line, with the lines indented behind it; empty: none
record Paragraph(String role, String label, String text, Style style, float below) implements Block {

    private static final float INDENT = 13;

    static Paragraph of(String text, Style style, float below) {
        return new Paragraph("P", "", text, style, below);
    }

    static Paragraph heading(String role, String text, Style style, float below) {
        return new Paragraph(role, "", text, style, below);
    }

    static Paragraph numbered(int number, String text, Style style, float below) {
        return new Paragraph("P", number + ".", text, style, below);
    }

    @Override
    public List<Piece> pieces(Setting setting, float width) throws IOException {
        var element = setting.tags().element(role);
        var indent = label.isEmpty() ? 0 : INDENT;
        var lines = Lines.of(text, setting.faces(), style, width - indent);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var first = i == 0;
            var last = i == lines.size() - 1;
            pieces.add(new Piece(style.leading() + (last ? below : 0), (canvas, x, top) -> {
                var baseline = top + style.size();
                canvas.under(element, () -> {
                    if (first && !label.isEmpty()) {
                        canvas.text(label, style, x, baseline);
                    }
                    canvas.text(line, style, x + indent, baseline);
                });
            }));
        }
        return pieces;
    }
}
