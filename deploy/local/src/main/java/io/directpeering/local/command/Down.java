package io.directpeering.local.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.directpeering.local.Trouble;
import io.directpeering.local.process.Stopping;
import io.directpeering.local.suite.Leftovers;
import io.directpeering.local.suite.RunState;
import picocli.CommandLine.Command;

/// Stops the suite.
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop what runs. Data is kept.")
public final class Down implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Integer call() throws Exception {
        var layout = Here.layout();
        var supervisor = RunState.supervisorFile(layout).process();
        var begun = System.nanoTime();
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            if (!Stopping.await(List.of(supervisor.get()), PATIENCE)) {
                throw new Trouble(
                        "The suite (process %d) has not stopped within %d s. kill -9 %d, then ./peering down again, stops what is left."
                                .formatted(
                                        supervisor.get().pid(),
                                        PATIENCE.toSeconds(),
                                        supervisor.get().pid()));
            }
        }
        var leftovers = Leftovers.stop(layout);
        leftovers.forEach(System.out::println);
        if (supervisor.isPresent()) {
            System.out.printf("Stopped after %.1f s%n", (System.nanoTime() - begun) / 1e9);
        } else if (leftovers.isEmpty()) {
            System.out.println("Nothing runs out of " + layout.home());
        }
        return 0;
    }
}
