package io.directpeering.local.command;

import java.util.concurrent.Callable;

import io.directpeering.local.status.StatusJson;
import io.directpeering.local.status.SuiteStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what runs and where.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show what runs, and where.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is ready", "3:nothing runs", "4:something is not ready"})
public final class Status implements Callable<Integer> {

    private static final int NOTHING_RUNS = 3;
    private static final int NOT_READY = 4;

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Output output = Output.text;

    @Override
    public Integer call() throws Exception {
        var status = SuiteStatus.look(Here.layout());
        switch (output) {
            case json -> System.out.println(StatusJson.of(status));
            case text -> table(status);
        }
        return status.state().equals("Ready") ? 0 : status.run().isEmpty() ? NOTHING_RUNS : NOT_READY;
    }

    private static void table(SuiteStatus status) {
        System.out.println(status.state() + " (" + status.layout().home() + ")");
        for (var part : status.parts()) {
            System.out.printf(
                    "  %-22s %-9s %8s  %s%n",
                    part.name(), part.state(), part.pid().map(String::valueOf).orElse(""), part.address());
        }
        System.out.println("  mails are in " + status.layout().mails());
    }
}
