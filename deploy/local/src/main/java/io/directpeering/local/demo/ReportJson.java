package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The demo for programs.
public final class ReportJson {

    private ReportJson() {}

    public static String of(Report report) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", "Passed").put("peeringId", report.peering());
        var timeline = root.putArray("timeline");
        report.timeline().forEach(entry -> {
            var row = timeline.addObject()
                    .put("atMs", entry.atMs())
                    .put("step", entry.step())
                    .put("tookMs", entry.tookMs())
                    .put("note", entry.note());
            var states = row.putArray("states");
            entry.states().forEach(states::add);
        });
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
        return root.toPrettyString();
    }

    public static String of(Deviation deviation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("outcome", "Deviated")
                .put("deviation", deviation.getMessage())
                .toPrettyString();
    }
}
