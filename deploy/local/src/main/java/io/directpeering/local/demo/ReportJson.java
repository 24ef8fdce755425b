package io.directpeering.local.demo;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The demo for programs.
public final class ReportJson {

    private ReportJson() {}

    /// @param branches none where only the main story was told
    public static String of(Report report, List<Demonstration.Told> branches) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", "Passed").put("peeringId", report.peering());
        timeline(root.putArray("timeline"), report.timeline());
        var mails = root.putArray("mails");
        report.mails()
                .forEach(mail -> mails.addObject()
                        .put("to", mail.to())
                        .put("subject", mail.subject())
                        .put("messageId", mail.messageId()));
        var log = root.putArray("log");
        report.log()
                .forEach(transition -> log.addObject()
                        .put("key", report.peering())
                        .put("sequence", transition.getSequence())
                        .put("type", transition.getCause().getType())
                        .put("statedBy", transition.getCause().getStatedBy())
                        .put("outcome", transition.getOutcome().name())
                        .put("changes", ReportText.changes(transition)));
        if (!branches.isEmpty()) {
            var told = root.putArray("branches");
            branches.forEach(branch -> timeline(
                    told.addObject()
                            .put("title", branch.title())
                            .put("peeringId", branch.peering())
                            .putArray("timeline"),
                    branch.timeline()));
        }
        return root.toPrettyString();
    }

    private static void timeline(ArrayNode rows, List<Timeline.Entry> entries) {
        entries.forEach(entry -> {
            var row = rows.addObject()
                    .put("atMs", entry.atMs())
                    .put("step", entry.step())
                    .put("tookMs", entry.tookMs())
                    .put("note", entry.note());
            var states = row.putArray("states");
            entry.states().forEach(states::add);
        });
    }

    public static String of(Deviation deviation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("outcome", "Deviated")
                .put("deviation", deviation.getMessage())
                .toPrettyString();
    }
}
