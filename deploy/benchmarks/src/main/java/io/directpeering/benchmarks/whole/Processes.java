package io.directpeering.benchmarks.whole;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.process.PidFile;
import io.directpeering.local.suite.RunState;

/// The suite, started by its own command in a folder and on ports of its own.
final class Processes implements AutoCloseable {

    /// Below those that the system gives to whoever asks for any.
    private static final int PORT_OFFSET = 14_000;

    /// The first time it is built, too.
    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Layout layout;
    private final Process supervisor;

    private Processes(Layout layout, Process supervisor) {
        this.layout = layout;
        this.supervisor = supervisor;
    }

    /// Starts it and waits until it takes traffic.
    ///
    /// @param jvm options of its processes, beside the usual
    static Processes start(Path home, String jvm) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("peering.root", ""));
        var layout = new Layout(root, Files.createDirectories(home), PORT_OFFSET);
        var catalogue = home.resolve("catalogue.yaml");
        Offer.write(catalogue);
        var command = new ProcessBuilder(root.resolve("peering").toString(), "up");
        command.environment()
                .putAll(Map.of(
                        "PEERING_HOME",
                        home.toString(),
                        "PEERING_PORT_OFFSET",
                        String.valueOf(PORT_OFFSET),
                        "PEERING_CATALOGUE",
                        catalogue.toString(),
                        "PEERING_JAVA_OPTS",
                        jvm,
                        // The load comes from one operator and few networks.
                        "PEERING_RATE_LIMIT_PER_SECOND",
                        "1000000",
                        "PEERING_RATE_LIMIT_BURST",
                        "1000000"));
        System.err.println("  starting the suite");
        var log = home.resolve("suite.log").toFile();
        var started = command.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        var suite = new Processes(layout, started);
        suite.awaitReady(log);
        return suite;
    }

    private void awaitReady(File log) throws IOException, InterruptedException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (RunState.of(layout)
                .filter(state -> state.phase() == RunState.Phase.READY)
                .isEmpty()) {
            if (!supervisor.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("The suite does not start: " + lastLines(log.toPath()));
            }
            Thread.sleep(100);
        }
    }

    /// @throws IOException it does not run
    ProcessHandle of(String name) throws IOException {
        return PidFile.of(layout.run(), name)
                .process()
                .orElseThrow(() -> new IOException("There is no process of " + name));
    }

    Layout layout() {
        return layout;
    }

    private static List<String> lastLines(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }

    @Override
    public void close() throws InterruptedException {
        supervisor.destroy();
        if (!supervisor.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
            supervisor.destroyForcibly();
        }
    }
}
