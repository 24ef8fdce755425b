package io.directpeering.letters;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// A letter as a reader finds it.
///
/// @param places of every character, in points from the top left
record Printed(int pages, String text, List<TextPosition> places) {

    static Printed read(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var places = new ArrayList<TextPosition>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    places.addAll(positions);
                    super.writeString(text, positions);
                }
            };
            var text = stripper.getText(document);
            return new Printed(document.getNumberOfPages(), text, List.copyOf(places));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On one line, wherever lines were broken.
    String flowing() {
        return text.replaceAll("\\s+", " ");
    }

    /// What the QR code at the lower right of the page says, to somebody who holds a camera there.
    static String qrCode(byte[] pdf, int page) throws ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            var image = picture(document, page);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            return new QRCodeReader().decode(bitmap).getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(PDDocument document, int page) throws IOException {
        var whole = new PDFRenderer(document).renderImageWithDPI(page, 150);
        var x = whole.getWidth() * 3 / 4;
        var y = whole.getHeight() * 3 / 4;
        return whole.getSubimage(x, y, whole.getWidth() - x, whole.getHeight() - y);
    }
}
