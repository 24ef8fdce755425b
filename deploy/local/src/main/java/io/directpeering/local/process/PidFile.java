package io.directpeering.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/// Knows a process again, in a later run too: `<pid> <start in epoch milliseconds>` in a file. The start tells it
/// from another process that was given the same number since.
public record PidFile(Path file) {

    /// Linux derives the start from the time of boot, which moves a little when the clock is set.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    public static PidFile of(Path folder, String name) {
        return new PidFile(folder.resolve(name + ".pid"));
    }

    /// All that lie in a folder.
    public static List<PidFile> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::new)
                    .toList();
        }
    }

    /// Name of the process.
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    public void write(ProcessHandle process) throws IOException {
        var started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.createDirectories(file.getParent());
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, process.pid() + " " + started + "\n");
        Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /// The process, if it is alive and still the same one.
    public Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,10}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                // One that was killed and that nobody has collected yet has no command any more.
                .filter(process -> process.info().command().isPresent())
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(START_TOLERANCE) <= 0)
                        .orElse(false));
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
