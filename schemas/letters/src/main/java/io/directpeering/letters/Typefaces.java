package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// The fonts of one document: for each weight Roboto, and DejaVu Sans for the scripts that Roboto does not have. Of
/// each only the glyphs that are used go into the document.
final class Typefaces {

    enum Weight {
        REGULAR("Roboto-Regular", "DejaVuSans"),
        MEDIUM("Roboto-Medium", "DejaVuSans-Bold"),
        BOLD("Roboto-Bold", "DejaVuSans-Bold");

        private final List<String> resources;

        Weight(String roboto, String dejavu) {
            resources = List.of(
                    "/com/formdev/flatlaf/fonts/roboto/" + roboto + ".ttf",
                    "/net/sf/jasperreports/fonts/dejavu/" + dejavu + ".ttf",
                    // Its regular weight has more scripts than its bold one.
                    "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");
        }
    }

    /// Characters side by side in one font.
    record Run(PDFont font, String text) {}

    private record Face(PDFont font, CmapLookup characters) {

        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }
    }

    private final PDDocument document;
    private final Map<String, Face> loaded = new HashMap<>();
    private final Map<Weight, Map<String, Float>> widths = new EnumMap<>(Weight.class);

    Typefaces(PDDocument document) {
        this.document = document;
    }

    /// @param visual text in the order in which it is seen
    List<Run> runs(String visual, Weight weight) throws IOException {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        PDFont font = null;
        for (int c : visual.codePoints().toArray()) {
            var face = faceFor(c, weight);
            var shown = face == null ? Words.REPLACEMENT : c;
            var found = (face == null ? require(faceFor(shown, weight)) : face).font();
            if (font != null && found != font) {
                runs.add(new Run(font, text.toString()));
                text.setLength(0);
            }
            font = found;
            text.appendCodePoint(shown);
        }
        if (font != null) {
            runs.add(new Run(font, text.toString()));
        }
        return runs;
    }

    /// In points.
    float width(String visual, Style style) throws IOException {
        var known = widths.computeIfAbsent(style.weight(), _ -> new HashMap<>());
        var perThousand = known.get(visual);
        if (perThousand == null) {
            perThousand = 0f;
            for (var run : runs(visual, style.weight())) {
                perThousand += run.font().getStringWidth(run.text());
            }
            known.put(visual, perThousand);
        }
        return perThousand * style.size() / 1000 + style.tracking() * visual.codePointCount(0, visual.length());
    }

    private @Nullable Face faceFor(int character, Weight weight) throws IOException {
        for (var resource : weight.resources) {
            var face = face(resource);
            if (face.has(character)) {
                return face;
            }
        }
        return null;
    }

    private Face face(String resource) throws IOException {
        var face = loaded.get(resource);
        if (face == null) {
            face = load(resource);
            loaded.put(resource, face);
        }
        return face;
    }

    private Face load(String resource) throws IOException {
        try (var file = Typefaces.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The font " + resource + " is not there");
            }
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Letters would have ligatures by it and nothing else: most of the time that a letter takes, for widths
            // other than those that were measured.
            font.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(font);
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        }
    }

    private static Face require(@Nullable Face face) {
        if (face == null) {
            throw new IllegalStateException("No font has the replacement character");
        }
        return face;
    }
}
