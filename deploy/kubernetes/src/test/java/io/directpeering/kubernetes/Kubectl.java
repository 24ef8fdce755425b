package io.directpeering.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/// A command that speaks to a cluster, most often kubectl, and what it said.
///
/// @param code  the one it ended with; [#LASTED_TOO_LONG] where it had to be stopped
/// @param words of both its outputs
record Kubectl(String command, int code, String words) {

    static final int LASTED_TOO_LONG = -1;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static Kubectl kubectl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        return run(Path.of(""), LIMIT, command);
    }

    /// @param folder where it starts
    static Kubectl run(Path folder, Duration limit, List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile("kubectl", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            var ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroyForcibly().waitFor();
            }
            var code = ended ? process.exitValue() : LASTED_TOO_LONG;
            return new Kubectl(String.join(" ", command), code, Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /// Expects that it went well.
    Kubectl well() {
        assertThat(code).as("%s: %s", command, words).isZero();
        return this;
    }

    /// Expects that nothing was warned of either: a breach of Pod Security in a Deployment is a warning and no
    /// more, until its pods are refused.
    Kubectl withoutWarning() {
        assertThat(words).as(command).doesNotContain("Warning:");
        return this;
    }
}
