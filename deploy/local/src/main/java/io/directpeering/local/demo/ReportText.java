package io.directpeering.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

import io.directpeering.events.PeeringTransitioned;

/// The demo for people; in colour where a terminal shows it.
public final class ReportText {

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String GREY = "90";

    private final PrintStream out;
    private final boolean colour;
    private List<String> before = List.of();

    public ReportText(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    public void head() {
        out.println(in(
                BOLD,
                "%9s  %-36s %-23s %-23s %8s  %s"
                        .formatted("at", "step", "connection 1", "connection 2", "took", "what came of it")));
    }

    /// A branch begins.
    public void title(String title) {
        out.println();
        out.println(in(BOLD, title));
        before = List.of();
    }

    public void end(List<Demonstration.Told> branches) {
        out.println();
        out.println(in(GREEN, "Every branch went as the life cycle says (%d).".formatted(branches.size())));
    }

    public void step(Timeline.Entry entry) {
        out.printf(
                "%6d ms  %-36s %s %s %5d ms  %s%n",
                entry.atMs(),
                entry.step(),
                state(entry.states(), 0),
                state(entry.states(), 1),
                entry.tookMs(),
                entry.note().startsWith("4") ? in(YELLOW, entry.note()) : in(GREY, entry.note()));
        before = entry.states();
    }

    public void rest(Report report) {
        out.println();
        out.println(in(BOLD, "Mails that went out (%d)".formatted(report.mails().size())));
        report.mails().forEach(mail -> out.printf("  %-36s %s%n", mail.to(), mail.subject()));
        out.println();
        out.println(in(BOLD, "The log in Kafka, key " + report.peering()));
        report.log()
                .forEach(transition -> out.printf(
                        "  %3d  %-22s %-22s %s%n",
                        transition.getSequence(),
                        transition.getCause().getType(),
                        transition.getCause().getStatedBy(),
                        changes(transition)));
        out.println();
        out.println(in(
                GREEN,
                "Every step went as the life cycle says (%d ms)."
                        .formatted(report.timeline().getLast().atMs())));
    }

    private String state(List<String> states, int connection) {
        var state = states.size() > connection ? states.get(connection) : "";
        var changed = before.size() <= connection || !before.get(connection).equals(state);
        var padded = "%-23s".formatted(state);
        return changed ? in(GREEN, padded) : padded;
    }

    static String changes(PeeringTransitioned transition) {
        return transition.getChanges().isEmpty()
                ? "recorded"
                : transition.getChanges().stream()
                        .map(change -> (change.getFrom() == null ? "" : change.getFrom() + " ") + "→ " + change.getTo())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private String in(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
