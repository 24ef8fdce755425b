package io.directpeering.letters;

import java.io.IOException;
import java.util.List;

/// How whoever holds the letter finds out whether it holds: by its code, its address, or the address's QR code.
record VerificationBox(String code, String address) implements Block {

    private static final float SIDE = 88;
    private static final float PADDING = 9;

    private static final String ADVICE =
            "Verify before you act: this letter holds only while the page at this address says that it is valid. The"
                    + " address must be the operator's own.";

    @Override
    public List<Piece> pieces(Setting setting, float width) throws IOException {
        var text = setting.tags().element("P");
        var figure = setting.tags().element("Figure");
        figure.setAlternateDescription("QR code of the verification address " + address);
        var room = width - SIDE - 3 * PADDING;
        var advice = Lines.of(ADVICE, setting.faces(), Style.SMALL, room);
        var url = Lines.of(address, setting.faces(), Style.STRONG, room);
        var written = 12
                + Style.CODE.leading()
                + url.size() * Style.STRONG.leading()
                + 4
                + advice.size() * Style.SMALL.leading();
        var height = Math.max(SIDE, written + 2 * PADDING);
        return List.of(new Piece(height, (canvas, x, top) -> {
            canvas.under(null, () -> {
                canvas.fill(x, top, width, height, Style.SHADE);
                canvas.fill(x, top, 2.5f, height, Style.ACCENT);
            });
            var left = x + PADDING + 2.5f;
            var first = top + (height - written) / 2 + Style.LABEL.size();
            canvas.under(text, () -> {
                canvas.text("Verification code", Style.LABEL, left, first);
                var baseline = first + 4 + Style.CODE.size();
                canvas.text(code, Style.CODE, left, baseline);
                baseline += 15;
                for (var line : url) {
                    canvas.text(line, Style.STRONG, left, baseline);
                    baseline += Style.STRONG.leading();
                }
                baseline += 3;
                for (var line : advice) {
                    canvas.text(line, Style.SMALL, left, baseline);
                    baseline += Style.SMALL.leading();
                }
            });
            canvas.under(
                    figure, () -> new QrCode(address).draw(canvas, x + width - SIDE, top + (height - SIDE) / 2, SIDE));
        }));
    }
}
