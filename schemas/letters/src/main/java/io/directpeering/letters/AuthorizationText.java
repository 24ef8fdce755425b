package io.directpeering.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.letters.Grid.Cell;

import static io.directpeering.letters.Grid.label;
import static io.directpeering.letters.Grid.strong;
import static io.directpeering.letters.Grid.value;

/// What a letter of authorization says, from top to bottom.
record AuthorizationText(LetterOfAuthorization letter) {

    private static final String FROM_ORDER = "as in the customer's order";

    void on(Sheet sheet) throws IOException {
        var operator = letter.from().operator();
        sheet.add(Paragraph.heading("H1", "Letter of Authorization", Style.TITLE, 2));
        sheet.add(Paragraph.of("LOA-CFA: connecting facility assignment for one cross-connect", Style.SUBTITLE, 7));
        sheet.add(new Grid(
                List.of(0.34f, 0.28f, 0.38f),
                List.of("Letter number", "Date of issue", "Valid until"),
                List.of(List.of(
                        strong(letter.number()),
                        strong(Words.day(letter.issuedAt())),
                        strong(Words.minute(letter.expiresAt()))))));
        sheet.space(9);
        sheet.add(Paragraph.of(
                "To the colocation provider at " + name(letter.demarc().facility()), Style.STRONG, 3));
        sheet.add(Paragraph.of(authority(operator), Style.BODY, 0));
        sheet.section("Demarcation points", List.of(demarcation()));
        sheet.section("Connection", List.of(connection()));
        sheet.section("Ordering the cross-connect", numbered(orders()));
        sheet.section("Terms", numbered(letter.from().terms()));
        sheet.space(8);
        sheet.add(new VerificationBox(
                letter.verificationCode(), letter.from().verificationAddress(letter.verificationCode())));
        sheet.space(6);
        sheet.add(Paragraph.of(
                "Issued electronically by " + name(operator.name()) + "; valid without a signature. Questions: "
                        + letter.from().email() + ", " + letter.from().phone() + ".",
                Style.LABEL,
                0));
    }

    private String authority(Party operator) {
        var peer = name(letter.peer().name());
        return name(operator.name()) + " (" + operator.as() + ", the operator) authorizes " + peer + " ("
                + letter.peer().as() + ", the customer), and the colocation provider on the customer's order, to"
                + " install one cross-connect from the customer's equipment to the operator's port that is named"
                + " below. The port is reserved for this connection.";
    }

    private Grid demarcation() {
        var demarc = letter.demarc();
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(
                label("Party"),
                strong(letter.from().operator().label()),
                strong(letter.peer().label())));
        rows.add(List.of(label("Facility"), value(demarc.facility()), value("the same facility")));
        rows.add(List.of(
                label("Location"),
                value(demarc.location() + " (PeeringDB facility " + demarc.peeringDBFacilityId() + ")"),
                value("")));
        rows.add(side("Rack / cage", demarc.rack()));
        rows.add(side("Patch panel", demarc.patchPanel()));
        rows.add(side("Panel port", demarc.patchPanelPort()));
        rows.add(side("Router", demarc.router()));
        rows.add(side("Router port", demarc.routerPort()));
        return new Grid(
                List.of(0.16f, 0.48f, 0.36f), List.of("", "Z side: operator", "A side: customer"), List.copyOf(rows));
    }

    private static List<Cell> side(String what, String operators) {
        return List.of(label(what), strong(operators), value(FROM_ORDER));
    }

    private Grid connection() {
        var demarc = letter.demarc();
        return new Grid(
                List.of(0.16f, 0.26f, 0.16f, 0.42f),
                List.of(),
                List.of(
                        List.of(label("Media"), value(demarc.media()), label("Bandwidth"), value(bandwidth())),
                        List.of(
                                label("Connector"),
                                value(demarc.connector()),
                                label("Peering"),
                                value(letter.peeringName())),
                        List.of(
                                label("Fibre"),
                                value(demarc.strands()),
                                label("Connection id"),
                                value(letter.connectionId().toString()))));
    }

    private String bandwidth() {
        return Words.bandwidth(letter.bandwidthInMbps());
    }

    private List<String> orders() {
        return List.of(
                "The customer places the order with the colocation provider, at its own cost, and attaches this letter.",
                "The order names letter " + letter.number() + " and the panel port above as its Z side.",
                "Terminate on exactly that panel port, " + letter.demarc().connector()
                        + ". If it is occupied or does not" + " exist, stop and call the operator.",
                "Tell the customer the cross-connect id; the customer reports it to the operator as wired.");
    }

    static List<Paragraph> numbered(List<String> items) {
        var paragraphs = new ArrayList<Paragraph>();
        for (var item : items) {
            paragraphs.add(Paragraph.numbered(paragraphs.size() + 1, item, Style.SMALL, 1.2f));
        }
        return List.copyOf(paragraphs);
    }

    private static String name(String given) {
        return Words.shortened(given, 160);
    }
}
