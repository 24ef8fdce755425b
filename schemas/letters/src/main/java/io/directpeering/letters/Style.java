package io.directpeering.letters;

import java.awt.Color;

import io.directpeering.letters.Typefaces.Weight;

/// How a text is set.
///
/// @param size     in points
/// @param leading  from one baseline to the next, in points
/// @param tracking added after each character, in points
record Style(Weight weight, float size, float leading, float tracking, Color color) {

    static final Color INK = new Color(0x1B, 0x22, 0x2C);
    static final Color ACCENT = new Color(0x12, 0x3E, 0x6B);
    static final Color GREY = new Color(0x5B, 0x65, 0x72);
    static final Color RULE = new Color(0xC9, 0xD0, 0xD8);
    static final Color SHADE = new Color(0xF3, 0xF5, 0xF8);
    static final Color WARNING = new Color(0xF2, 0xC4, 0xC4);

    static final Style OPERATOR = new Style(Weight.BOLD, 15, 18, 0, ACCENT);
    static final Style ADDRESS = new Style(Weight.REGULAR, 7.5f, 10, 0, GREY);
    static final Style TITLE = new Style(Weight.BOLD, 16, 19, 0, INK);
    static final Style SUBTITLE = new Style(Weight.REGULAR, 9, 12, 0, GREY);
    static final Style HEADING = new Style(Weight.MEDIUM, 9.5f, 12, 0, ACCENT);
    static final Style BODY = new Style(Weight.REGULAR, 9, 12.2f, 0, INK);
    static final Style LABEL = new Style(Weight.REGULAR, 8, 11, 0, GREY);
    static final Style VALUE = new Style(Weight.REGULAR, 8.8f, 11, 0, INK);
    static final Style STRONG = new Style(Weight.MEDIUM, 8.8f, 11, 0, INK);
    static final Style COLUMN = new Style(Weight.MEDIUM, 8, 11, 0, ACCENT);
    static final Style SMALL = new Style(Weight.REGULAR, 7.6f, 9.8f, 0, INK);
    static final Style CODE = new Style(Weight.BOLD, 13, 17, 0.6f, INK);
    static final Style FOOTER = new Style(Weight.REGULAR, 7, 9, 0, GREY);
}
