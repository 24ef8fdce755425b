package io.directpeering.benchmarks.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.directpeering.benchmarks.machine.Machine;

/// What a run has measured so far, and the file that has it too after every trial: a run takes hours, and may be ended.
public final class RawResults {

    private final Machine machine;
    private final String at;
    private final String command;
    private final Path file;
    private final List<Walked> walks = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    /// @param folder  for the file, whose name says when the run began
    /// @param command what was asked for
    public RawResults(Path folder, String command) throws IOException {
        var begun = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        this.machine = Machine.here();
        this.at = begun.toString();
        this.command = command;
        this.file = Files.createDirectories(folder).resolve("results-" + at.replace(":", "") + ".json");
    }

    public Path file() {
        return file;
    }

    /// @throws IOException the file cannot be written
    public void add(Walked walked) throws IOException {
        walks.add(walked);
        write();
    }

    /// @throws IOException the file cannot be written
    public void add(List<Reading> more) throws IOException {
        readings.addAll(more);
        write();
    }

    /// @throws IOException the file cannot be written
    public void addFailed(String what) throws IOException {
        failed.add(what);
        write();
    }

    public Results soFar() {
        return new Results(machine, at, command, List.copyOf(walks), List.copyOf(readings), List.copyOf(failed));
    }

    /// What a run has left.
    ///
    /// @throws IOException there is no such file, or it is none of a run
    public static Results read(Path file) throws IOException {
        return new JsonMapper().readValue(file.toFile(), Results.class);
    }

    public static String written(Results results) throws IOException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results);
    }

    /// Whole at any moment: the new one takes the place of the old.
    private void write() throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, written(soFar()) + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
