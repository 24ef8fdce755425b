package io.directpeering.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import io.directpeering.local.suite.Detached;
import io.directpeering.local.suite.Supervisor;
import io.directpeering.local.suite.Wanted;
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

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Run request-service N times and each other service twice. 1 to 4; 1 unless given.")
    private int replicas = Scale.SINGLE.replicas();

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description =
                    "3: brokers as processes of their own, which copy every record and ask who comes. 1 unless given.")
    private int brokers = Scale.SINGLE.brokers();

    @Override
    public Integer call() throws Exception {
        var layout = Here.layout();
        var wanted = new Wanted(layout, new Scale(replicas, brokers), Services.without(without));
        if (detach) {
            return Detached.start(layout, options(), System.out) ? 0 : 1;
        }
        new Supervisor(wanted, System.out).run();
        return 0;
    }

    private List<String> options() {
        return Stream.concat(
                        Stream.of("--replicas=" + replicas, "--brokers=" + brokers),
                        without.stream().map(service -> "--without=" + service))
                .toList();
    }
}
