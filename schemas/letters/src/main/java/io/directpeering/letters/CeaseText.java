package io.directpeering.letters;

import java.io.IOException;
import java.util.List;

import static io.directpeering.letters.Grid.label;
import static io.directpeering.letters.Grid.strong;
import static io.directpeering.letters.Grid.value;

/// What a cease letter says, from top to bottom.
record CeaseText(CeaseLetter letter) {

    private static final int LONGEST_REASON = 2000;

    void on(Sheet sheet) throws IOException {
        var operator = letter.from().operator();
        sheet.add(Paragraph.heading("H1", "Cease Letter", Style.TITLE, 2));
        sheet.add(Paragraph.of("Order to remove one cross-connect", Style.SUBTITLE, 7));
        sheet.add(new Grid(
                List.of(0.34f, 0.28f, 0.38f),
                List.of("Letter number", "Date", "Cross-connect"),
                List.of(List.of(strong(letter.number()), strong(Words.day(letter.date())), strong(crossConnect())))));
        sheet.space(9);
        sheet.add(Paragraph.of(
                "To the colocation provider at " + name(letter.demarc().facility()), Style.STRONG, 3));
        sheet.add(Paragraph.of(order(operator), Style.BODY, 0));
        sheet.section("What is to be removed", List.of(removed()));
        sheet.section("Operator's port, freed by the removal", List.of(port()));
        sheet.section("Reason", List.of(Paragraph.of(reason(), Style.BODY, 0)));
        sheet.section("Removing the cross-connect", AuthorizationText.numbered(steps()));
        sheet.space(14);
        sheet.add(Paragraph.of(
                "Issued electronically by " + name(operator.name()) + "; valid without a signature. Questions: "
                        + letter.from().email() + ", " + letter.from().phone() + ".",
                Style.LABEL,
                0));
    }

    private String order(Party operator) {
        var authorization = letter.loaNumber() == null
                ? "It was set up without a letter of authorization of this system"
                : "The authorization given with letter " + letter.loaNumber() + " has ended";
        return "The peering connection between " + name(operator.name()) + " (" + operator.as()
                + ", the operator) and " + name(letter.peer().name()) + " ("
                + letter.peer().as()
                + ", the customer) has ended. The operator orders that the cross-connect at the port named below be"
                + " removed. " + authorization + ", and nothing may be connected to the port on the customer's behalf"
                + " any more.";
    }

    private Grid removed() {
        return new Grid(
                List.of(0.22f, 0.78f),
                List.of(),
                List.of(
                        List.of(label("Cross-connect id"), strong(crossConnect())),
                        List.of(label("Ordered with letter"), strong(orderedWith())),
                        List.of(label("Customer"), value(letter.peer().label())),
                        List.of(
                                label("Customer's end"),
                                value(letter.customerEnd().label())),
                        List.of(label("Peering"), value(letter.peeringName())),
                        List.of(
                                label("Connection id"),
                                value(letter.connectionId().toString())),
                        List.of(label("Bandwidth"), value(Words.bandwidth(letter.bandwidthInMbps())))));
    }

    private Grid port() {
        var demarc = letter.demarc();
        return new Grid(
                List.of(0.22f, 0.78f),
                List.of(),
                List.of(
                        List.of(label("Facility"), value(demarc.facility())),
                        List.of(
                                label("Location"),
                                value(demarc.location() + " (PeeringDB facility " + demarc.peeringDBFacilityId()
                                        + ")")),
                        List.of(label("Rack / cage"), strong(demarc.rack())),
                        List.of(label("Patch panel"), strong(demarc.patchPanel())),
                        List.of(label("Panel port"), strong(demarc.patchPanelPort())),
                        List.of(label("Router and port"), strong(demarc.router() + ", " + demarc.routerPort())),
                        List.of(
                                label("Media and connector"),
                                value(demarc.media() + ", " + demarc.connector() + ", " + demarc.strands()))));
    }

    private List<String> steps() {
        return List.of(
                "Remove the cross-connect between the customer's equipment and the panel port above, both ends and the"
                        + " cable.",
                "Touch no other port of the panel. If something else is connected to this one, stop and call the operator.",
                "Charges for the cross-connect end with its removal; what is still due is the customer's, who ordered it.",
                "Confirm the removal to " + letter.from().email() + ", naming " + letter.number() + ".");
    }

    private String crossConnect() {
        return letter.crossConnectId() == null ? "id not reported" : letter.crossConnectId();
    }

    private String orderedWith() {
        return letter.loaNumber() == null ? "none" : letter.loaNumber();
    }

    private String reason() {
        return letter.reason() == null || letter.reason().isBlank()
                ? "The connection is no longer needed."
                : Words.shortened(letter.reason(), LONGEST_REASON);
    }

    private static String name(String given) {
        return Words.shortened(given, 160);
    }
}
