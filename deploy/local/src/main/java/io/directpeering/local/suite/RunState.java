package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.process.PidFile;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/// What other commands learn of a running suite: how far it is, and on which ports.
///
/// @param phase      how far it is
/// @param supervisor the process that runs it
/// @param layout     with the ports it runs on, whatever this command's environment says
/// @param scale      how many there are of what can be more than one
public record RunState(Phase phase, ProcessHandle supervisor, Layout layout, Scale scale) {

    public Brokers brokers() {
        return new Brokers(layout, scale.brokers());
    }

    /// How far a suite is.
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    private static final String SUPERVISOR = "supervisor";

    public static PidFile supervisorFile(Layout layout) {
        return PidFile.of(layout.run(), SUPERVISOR);
    }

    /// What runs out of this folder; empty: nothing.
    public static Optional<RunState> of(Layout layout) throws IOException {
        var supervisor = supervisorFile(layout).process();
        if (supervisor.isEmpty() || !Files.exists(file(layout))) {
            return Optional.empty();
        }
        var words = Files.readString(file(layout)).strip().split(" ", -1);
        var running = new Layout(layout.root(), layout.home(), Integer.parseInt(words[1]));
        var scale = new Scale(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        return Optional.of(new RunState(Phase.valueOf(words[0]), supervisor.get(), running, scale));
    }

    /// Says how far this process has brought the suite.
    static void tell(Wanted wanted, Phase phase) throws IOException {
        var layout = wanted.layout();
        var scale = wanted.scale();
        Files.createDirectories(layout.run());
        var written = layout.run().resolve("state.new");
        Files.writeString(
                written, "%s %d %d %d%n".formatted(phase, layout.portOffset(), scale.replicas(), scale.brokers()));
        Files.move(written, file(layout), ATOMIC_MOVE, REPLACE_EXISTING);
        supervisorFile(layout).write(ProcessHandle.current());
    }

    static void forget(Layout layout) throws IOException {
        supervisorFile(layout).delete();
        Files.deleteIfExists(file(layout));
    }

    private static Path file(Layout layout) {
        return layout.run().resolve("state");
    }
}
