package io.directpeering.local.command;

import java.util.List;
import java.util.concurrent.Callable;

import io.directpeering.local.suite.Detached;
import io.directpeering.local.suite.Services;
import io.directpeering.local.suite.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the suite.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start everything; Ctrl-C stops it. Goes on where the last run left off.")
public final class Up implements Callable<Integer> {

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    private boolean detach;

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            description = "Leave a service out, to run it yourself (in Quarkus dev mode, say).")
    private List<String> without = List.of();

    @Override
    public Integer call() throws Exception {
        var layout = Here.layout();
        var wanted = Services.without(without);
        if (detach) {
            return Detached.start(layout, without, System.out) ? 0 : 1;
        }
        new Supervisor(layout, wanted, System.out).run();
        return 0;
    }
}
