/// Letters to colocation providers, as PDF: the letter of authorization that lets a peer order a cross-connect, and
/// the cease letter that has it removed again.
///
/// [LetterPdf] is a pure function: the same input gives the same bytes, on any machine and at any time. No clock, no
/// randomness, no network. So whoever has a connection's snapshot and the [Letterhead] can make the letter, and it is
/// the same one: the service that issues it and the one that mails it need not ask each other.
///
/// From the inside out: [Words] makes a text fit to be printed, [Typefaces] finds the font for each of its
/// characters, [Canvas] draws and tags, [Block]s are what a letter is made of, [Sheet] lays them out over pages.
@NullMarked
package io.directpeering.letters;

import org.jspecify.annotations.NullMarked;
