package io.directpeering.benchmarks.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

/// Runs measurements in JVMs of their own, so that none inherits what another has compiled, cached or left behind.
///
/// @param home folder for scratch files and logs
public record TrialProcess(Path home) {

    private static final long LIMIT_MINUTES = 60;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /// How a line begins that says how far a trial is.
    private static final String PROGRESS = "  ";

    /// How a stack trace, or what caused it, begins.
    private static final Pattern WHY = Pattern.compile("(Caused by: )?[\\w.$]+(Exception|Error)\\b");

    /// Like the services in production: the throughput compiler, a heap of a size.
    private static final List<String> OPTIONS = List.of(
            "-Xms512m",
            "-Xmx1g",
            "-XX:+UseG1GC",
            // The standard output is the answer's.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpeering.root=" + System.getProperty("peering.root", ""));

    /// @throws IOException it failed; the message says where its log is
    public <T> T run(Class<?> main, Object task, Class<T> answer, List<String> options)
            throws IOException, InterruptedException {
        var json = new JsonMapper();
        var scratch = Files.createTempDirectory(Files.createDirectories(home), "trial-");
        var log = home.resolve("trial.log");
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(OPTIONS);
            command.addAll(options);
            command.addAll(more());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.addAll(List.of(
                    json.writeValueAsString(task), scratch.resolve("files").toString()));
            var output = scratch.resolve("answer.json").toFile();
            var code =
                    waitFor(new ProcessBuilder(command).redirectOutput(output).start(), log);
            if (code != 0) {
                throw new IOException("It ended with code %d: %s (%s)".formatted(code, lastWords(log), log));
            }
            return json.readValue(Files.readString(output.toPath()), answer);
        } finally {
            delete(scratch);
        }
    }

    /// As with every command of `./peering`.
    private static List<String> more() {
        return Stream.of(System.getenv().getOrDefault("PEERING_JAVA_OPTS", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static int waitFor(Process process, Path log) throws InterruptedException {
        var telling = Thread.ofVirtual().start(() -> tell(process, log));
        try {
            if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            return -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
            // A process that it left behind may still hold what it writes to.
            telling.join(LAST_WORDS);
        }
    }

    /// Keeps what it says beside its answer, and passes on how far it is: lines that begin with [#PROGRESS].
    private static void tell(Process process, Path log) {
        try (var said = process.errorReader(UTF_8);
                var kept = Files.newBufferedWriter(log, UTF_8, CREATE, APPEND)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                if (line.startsWith(PROGRESS)) {
                    System.err.println(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What tells why.
    private static String lastWords(Path log) throws IOException {
        var cause = "";
        for (var line : Files.readAllLines(log, UTF_8)) {
            if (WHY.matcher(line).lookingAt()) {
                cause = line;
            }
        }
        return cause;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
