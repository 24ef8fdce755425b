package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.process.PidFile;
import io.directpeering.local.process.Stopping;

/// Processes of a run whose supervisor was killed: they are found by their pid files and stopped, the services
/// first, the database last.
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Leftovers() {}

    /// Stops them. Only for who knows that no supervisor runs.
    ///
    /// @return a line for each
    public static List<String> stop(Layout layout) throws IOException, InterruptedException {
        var told = new ArrayList<String>();
        var running = new ArrayList<ProcessHandle>();
        var files = PidFile.in(layout.run());
        for (var file : files) {
            file.process().ifPresent(process -> {
                told.add("Stopped %s (process %d), left over from a run that was cut short"
                        .formatted(file.name(), process.pid()));
                running.add(process);
            });
        }
        Stopping.stop(running, PATIENCE);
        for (var file : files) {
            file.delete();
        }
        var database = postmaster(layout);
        if (database.isPresent()) {
            told.add("Stopped the database (process %d), left over from a run that was cut short"
                    .formatted(database.get().pid()));
            interrupt(database.get());
            if (!Stopping.await(List.of(database.get()), PATIENCE)) {
                Stopping.stop(List.of(database.get()), Duration.ZERO);
            }
        }
        return told;
    }

    /// PostgreSQL keeps its own pid file, in its data folder.
    public static Optional<ProcessHandle> postmaster(Layout layout) throws IOException {
        var file = layout.data("database").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var folder = layout.data("database").toString();
        return Files.readAllLines(file).stream()
                .findFirst()
                .filter(pid -> pid.strip().matches("\\d{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(folder))
                        .orElse(false));
    }

    /// SIGINT: disconnect the clients and shut down; SIGTERM would wait for clients to go.
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
