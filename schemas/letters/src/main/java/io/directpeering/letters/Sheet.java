package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.letters.Block.Piece;
import io.directpeering.letters.Block.Setting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Lays a letter out: the operator's head on the first page, the blocks below one another, what does not fit on
/// further pages, and a foot on each.
final class Sheet {

    private static final float MARGIN = 54;
    private static final float TOP = 42;
    private static final float FOOT = Canvas.FORMAT.getHeight() - 40;
    private static final float WIDTH = Canvas.FORMAT.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final Setting setting;
    private final String foot;
    private final @Nullable String stamp;
    private final List<Canvas> pages = new ArrayList<>();
    private float y;

    /// @param foot  what each page ends with
    /// @param stamp across each page; null: none
    Sheet(PDDocument document, String foot, @Nullable String stamp) throws IOException {
        this.document = document;
        this.setting = new Setting(new Typefaces(document), new Tags(document));
        this.foot = foot;
        this.stamp = stamp;
        turn();
    }

    /// The operator's name on the left, where it is found on the right.
    void head(Letterhead from) throws IOException {
        var faces = setting.faces();
        var lines = new ArrayList<>(from.address());
        lines.add(from.email() + "  ·  " + from.phone());
        var right = new ArrayList<String>();
        for (var line : lines) {
            right.addAll(Lines.of(Words.shortened(line, 200), faces, Style.ADDRESS, WIDTH * 0.45f));
        }
        var name = Lines.of(Words.shortened(from.operator().name(), 120), faces, Style.OPERATOR, WIDTH * 0.52f);
        var height = Math.max(
                name.size() * Style.OPERATOR.leading() + Style.ADDRESS.leading(),
                right.size() * Style.ADDRESS.leading());
        var element = setting.tags().element("P");
        var start = y;
        var canvas = pages.getLast();
        canvas.under(element, () -> {
            var baseline = start + Style.OPERATOR.size();
            for (var line : name) {
                canvas.text(line, Style.OPERATOR, MARGIN, baseline);
                baseline += Style.OPERATOR.leading();
            }
            canvas.text(from.operator().as(), Style.ADDRESS, MARGIN, baseline - 5);
            baseline = start + Style.ADDRESS.size() + 2;
            for (var line : right) {
                canvas.text(line, Style.ADDRESS, MARGIN + WIDTH - faces.width(line, Style.ADDRESS), baseline);
                baseline += Style.ADDRESS.leading();
            }
        });
        y = start + height + 4;
        canvas.under(null, () -> canvas.rule(MARGIN, y, WIDTH, 1.4f, Style.ACCENT));
        y += 18;
    }

    void add(Block block) throws IOException {
        for (var piece : block.pieces(setting, WIDTH)) {
            place(piece);
        }
    }

    /// A heading, never left alone at the foot of a page.
    void section(String title, List<? extends Block> blocks) throws IOException {
        var heading = Paragraph.heading("H2", title, Style.HEADING, 3)
                .pieces(setting, WIDTH)
                .getFirst();
        var pieces = new ArrayList<Piece>();
        for (var block : blocks) {
            pieces.addAll(block.pieces(setting, WIDTH));
        }
        space(9);
        if (!fits(heading.height() + pieces.getFirst().height())) {
            turn();
        }
        place(heading);
        for (var piece : pieces) {
            place(piece);
        }
    }

    void space(float height) {
        y += height;
    }

    private void place(Piece piece) throws IOException {
        if (!fits(piece.height())) {
            turn();
        }
        piece.draws().on(pages.getLast(), MARGIN, y);
        y += piece.height();
    }

    private boolean fits(float height) {
        return y + height <= FOOT - 8;
    }

    private void turn() throws IOException {
        var page = new Canvas(document, setting.faces(), setting.tags());
        pages.add(page);
        if (stamp != null) {
            page.under(null, () -> page.stamp(stamp));
        }
        y = TOP;
    }

    /// Ends the pages; nothing can be added after it.
    void close() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var count = "Page " + (i + 1) + " of " + pages.size();
            var text = Lines.of(foot, setting.faces(), Style.FOOTER, WIDTH - 60).getFirst();
            page.under(null, () -> {
                page.rule(MARGIN, FOOT, WIDTH, 0.5f, Style.RULE);
                page.text(text, Style.FOOTER, MARGIN, FOOT + 12);
                var width = setting.faces().width(count, Style.FOOTER);
                page.text(count, Style.FOOTER, MARGIN + WIDTH - width, FOOT + 12);
            });
            page.close();
        }
        setting.tags().close();
    }
}
