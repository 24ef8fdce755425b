package io.directpeering.letters;

import java.io.IOException;
import java.util.List;

/// A part of a letter: a paragraph, a table. It falls into pieces that are not broken over pages.
interface Block {

    /// @param width that there is, in points
    List<Piece> pieces(Setting setting, float width) throws IOException;

    /// @param height in points, with the space below it
    record Piece(float height, Draws draws) {}

    @FunctionalInterface
    interface Draws {

        void on(Canvas canvas, float x, float top) throws IOException;
    }

    /// What is needed to measure and to tag.
    record Setting(Typefaces faces, Tags tags) {}
}
