package io.directpeering.subscribe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Finds what a subscriber needs on this machine. Where it is missing the test is reported as skipped, with what to
/// install.
final class Runtimes {

    private static final Path JAVASCRIPT = Path.of("javascript").toAbsolutePath();

    private Runtimes() {}

    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FollowTransitions.class.getName());
    }

    static List<String> python() {
        var python = Stream.of(
                        Optional.ofNullable(System.getenv("PEERING_PYTHON")).orElse("python3"), "/usr/bin/python3")
                .filter(each -> runs(Path.of("."), each, "-c", "import avro.io, confluent_kafka"))
                .findFirst();
        assumeTrue(
                python.isPresent(),
                "No Python with confluent_kafka and avro: apt-get install python3-confluent-kafka python3-avro, or"
                        + " pip install -r schemas/subscribe/python/requirements.txt; PEERING_PYTHON names another one");
        return List.of(
                python.get(),
                Path.of("python/follow_transitions.py").toAbsolutePath().toString());
    }

    /// Node, with the packages that the lock file names.
    ///
    /// @param program file to run
    static List<String> node(String program) throws IOException {
        assumeTrue(runs(Path.of("."), "node", "--version"), "No Node.js: install version 18 or newer, with npm");
        var installed = Files.createDirectories(Path.of("target/javascript")).toAbsolutePath();
        for (var file : List.of("package.json", "package-lock.json", "follow-transitions.js", "validate.js")) {
            Files.write(installed.resolve(file), Files.readAllBytes(JAVASCRIPT.resolve(file)));
        }
        assumeTrue(
                Files.exists(installed.resolve("node_modules/.package-lock.json"))
                        || runs(installed, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                "npm ci does not get the packages that schemas/subscribe/javascript/package-lock.json names");
        return List.of("node", installed.resolve(program).toString());
    }

    private static boolean runs(Path folder, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
