package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// A table with a line below each row.
///
/// @param shares  of the width, one per column
/// @param headers of the columns; empty: it has none
record Grid(List<Float> shares, List<String> headers, List<List<Cell>> rows) implements Block {

    private static final float ABOVE = 2.6f;
    private static final float BELOW = 2.6f;
    private static final float GAP = 8;
    /// Longer ones are shortened: a row stays on one page.
    private static final int LONGEST = 240;

    /// @param role `TH` for what names others, `TD` for what is named
    record Cell(String role, String text, Style style) {}

    static Cell label(String text) {
        return new Cell("TH", text, Style.LABEL);
    }

    static Cell value(String text) {
        return new Cell("TD", text, Style.VALUE);
    }

    static Cell strong(String text) {
        return new Cell("TD", text, Style.STRONG);
    }

    @Override
    public List<Piece> pieces(Setting setting, float width) throws IOException {
        var table = setting.tags().element("Table");
        var pieces = new ArrayList<Piece>();
        if (!headers.isEmpty()) {
            pieces.add(row(
                    setting,
                    table,
                    width,
                    headers.stream()
                            .map(text -> new Cell("TH", text, Style.COLUMN))
                            .toList(),
                    true));
        }
        for (var cells : rows) {
            pieces.add(row(setting, table, width, cells, false));
        }
        return pieces;
    }

    private record Placed(PDStructureElement element, List<String> lines, Style style, float x) {}

    private Piece row(Setting setting, PDStructureElement table, float width, List<Cell> cells, boolean header)
            throws IOException {
        var row = setting.tags().element(table, "TR");
        var placed = new ArrayList<Placed>();
        var height = 0f;
        var left = 0f;
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var room = shares.get(i) * width;
            var text = Words.shortened(cell.text(), LONGEST);
            var lines = Lines.of(text, setting.faces(), cell.style(), room - GAP);
            placed.add(new Placed(setting.tags().element(row, cell.role()), lines, cell.style(), left + GAP / 2));
            height = Math.max(height, lines.size() * cell.style().leading());
            left += room;
        }
        var tall = height + ABOVE + BELOW;
        return new Piece(tall, (canvas, x, top) -> {
            canvas.under(null, () -> {
                if (header) {
                    canvas.fill(x, top, width, tall, Style.SHADE);
                }
                canvas.rule(x, top + tall - 0.5f, width, 0.5f, Style.RULE);
            });
            for (var cell : placed) {
                var baseline = top + ABOVE + Style.VALUE.size();
                for (var line : cell.lines()) {
                    var y = baseline;
                    canvas.under(cell.element(), () -> canvas.text(line, cell.style(), x + cell.x(), y));
                    baseline += cell.style().leading();
                }
            }
        });
    }
}
