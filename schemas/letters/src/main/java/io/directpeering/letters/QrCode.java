package io.directpeering.letters;

import java.awt.Color;
import java.io.IOException;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code (ISO/IEC 18004) in rectangles, so that it is sharp at any size.
final class QrCode {

    /// Modules that are left free around it.
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    /// @throws IllegalArgumentException the text does not fit into one
    QrCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds this text", e);
        }
    }

    /// @param side of the square, quiet zone included
    void draw(Canvas canvas, float x, float top, float side) throws IOException {
        canvas.fill(x, top, side, side, Color.WHITE);
        var size = modules.getWidth();
        var module = side / (size + 2 * QUIET);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                var from = column;
                while (column < size && modules.get(column, row) == 1) {
                    column++;
                }
                if (column > from) {
                    canvas.add(
                            x + (QUIET + from) * module,
                            top + (QUIET + row) * module,
                            (column - from) * module,
                            module);
                }
            }
        }
        canvas.fillAdded(Color.BLACK);
    }
}
