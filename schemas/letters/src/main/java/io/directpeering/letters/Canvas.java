package io.directpeering.letters;

import java.awt.Color;
import java.io.IOException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// One page, to draw on. Distances in points, from the left and from the top.
final class Canvas implements AutoCloseable {

    /// What is drawn under one tag.
    @FunctionalInterface
    interface Drawing {

        void draw() throws IOException;
    }

    static final PDRectangle FORMAT = PDRectangle.A4;

    private static final float STAMP_SIZE = 54;

    private final PDPage page = new PDPage(FORMAT);
    private final PDPageContentStream content;
    private final Typefaces faces;
    private final Tags tags;

    Canvas(PDDocument document, Typefaces faces, Tags tags) throws IOException {
        this.faces = faces;
        this.tags = tags;
        document.addPage(page);
        tags.open(page);
        content = new PDPageContentStream(document, page);
    }

    /// @param element that the drawing belongs to; null: it says nothing that is not said elsewhere
    void under(@Nullable PDStructureElement element, Drawing drawing) throws IOException {
        if (element == null) {
            content.beginMarkedContent(COSName.ARTIFACT);
        } else {
            content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), tags.mark(page, element));
        }
        drawing.draw();
        content.endMarkedContent();
    }

    /// @param visual as it is seen, from left to right
    void text(String visual, Style style, float x, float baseline) throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.color());
        content.setCharacterSpacing(style.tracking());
        content.newLineAtOffset(x, fromBelow(baseline));
        for (var run : faces.runs(visual, style.weight())) {
            content.setFont(run.font(), style.size());
            content.showText(run.text());
        }
        content.endText();
    }

    void fill(float x, float top, float width, float height, Color color) throws IOException {
        content.setNonStrokingColor(color);
        content.addRect(x, fromBelow(top + height), width, height);
        content.fill();
    }

    /// Many rectangles of one colour.
    void add(float x, float top, float width, float height) throws IOException {
        content.addRect(x, fromBelow(top + height), width, height);
    }

    void fillAdded(Color color) throws IOException {
        content.setNonStrokingColor(color);
        content.fill();
    }

    void rule(float x, float y, float width, float thickness, Color color) throws IOException {
        fill(x, y, width, thickness, color);
    }

    /// Across the page, below everything.
    void stamp(String text) throws IOException {
        var style = new Style(Typefaces.Weight.BOLD, STAMP_SIZE, STAMP_SIZE, 2, Style.WARNING);
        var width = faces.width(text, style);
        var diagonal = (float) Math.hypot(FORMAT.getWidth(), FORMAT.getHeight()) * 0.8f;
        var scale = Math.min(1, diagonal / width);
        content.saveGraphicsState();
        content.transform(Matrix.getTranslateInstance(FORMAT.getWidth() / 2, FORMAT.getHeight() / 2));
        content.transform(Matrix.getRotateInstance(Math.atan2(FORMAT.getHeight(), FORMAT.getWidth()), 0, 0));
        content.transform(Matrix.getScaleInstance(scale, scale));
        text(text, style, -width / 2, FORMAT.getHeight() + STAMP_SIZE / 3);
        content.restoreGraphicsState();
    }

    private static float fromBelow(float fromAbove) {
        return FORMAT.getHeight() - fromAbove;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
