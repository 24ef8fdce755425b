package io.directpeering.local.command;

import java.io.Console;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

import io.directpeering.local.Trouble;
import io.directpeering.local.demo.Demonstration;
import io.directpeering.local.demo.Deviation;
import io.directpeering.local.demo.ReportJson;
import io.directpeering.local.demo.ReportText;
import io.directpeering.local.suite.Detached;
import io.directpeering.local.suite.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Walks one peering; starts the suite first where none runs.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Walk one peering from request to Active and back; starts the suite when none runs.")
public final class Demo implements Callable<Integer> {

    private static final int DEVIATED = 1;

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Output output = Output.text;

    @Option(names = "--all", description = "Walk every branch of the life cycle, too.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        // Whatever the start says is not part of the JSON.
        var run = running(output == Output.json ? System.err : System.out);
        var text = new ReportText(System.out, System.console() instanceof Console console && console.isTerminal());
        try {
            var demonstration = new Demonstration(run.layout(), run.brokers(), InstantSource.system());
            switch (output) {
                case text -> {
                    text.head();
                    text.rest(demonstration.run(text::step));
                    if (all) {
                        text.end(demonstration.branches(text::title, text::step));
                    }
                }
                case json -> {
                    var report = demonstration.run(step -> {});
                    var branches =
                            all ? demonstration.branches(title -> {}, step -> {}) : List.<Demonstration.Told>of();
                    System.out.println(ReportJson.of(report, branches));
                }
            }
            return 0;
        } catch (Deviation deviation) {
            if (output == Output.json) {
                System.out.println(ReportJson.of(deviation));
            }
            System.err.println("peering: the demo deviates. " + deviation.getMessage());
            return DEVIATED;
        }
    }

    private static RunState running(PrintStream out) throws Exception {
        var layout = Here.layout();
        if (RunState.of(layout).isEmpty() && !Detached.start(layout, List.of(), out)) {
            throw new Trouble("The suite did not start, so there is nothing to show a peering on.");
        }
        var run = RunState.of(layout).orElseThrow(() -> new Trouble("The suite has just stopped."));
        if (run.phase() != RunState.Phase.READY) {
            throw new Trouble("The suite is %s. Try again in a moment.".formatted(run.phase()));
        }
        return run;
    }
}
