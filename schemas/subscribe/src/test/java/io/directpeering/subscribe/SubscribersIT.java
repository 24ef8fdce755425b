package io.directpeering.subscribe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/// The programs of the page "Subscribe in five minutes", as it says to start them.
@ExtendWith(BackendsExtension.class)
class SubscribersIT {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void inJava(Backends backends) throws Exception {
        follows(Runtimes.java(), backends, backends.registryUrl());
    }

    @Test
    void inPython(Backends backends) throws Exception {
        follows(Runtimes.python(), backends, backends.confluentUrl());
    }

    @Test
    void inJavaScript(Backends backends) throws Exception {
        follows(Runtimes.node("follow-transitions.js"), backends, backends.confluentUrl());
    }

    /// The document of the contract, by the specification's own schema.
    @Test
    void theDocumentIsAsyncApi() throws IOException, InterruptedException {
        // Given
        var command = new ArrayList<>(Runtimes.node("validate.js"));
        command.add(
                Path.of("../src/main/resources/asyncapi.yaml").toAbsolutePath().toString());

        // When
        var validation = new ProcessBuilder(command).redirectErrorStream(true).start();

        // Then
        assertThat(new String(validation.getInputStream().readAllBytes())).isEqualToIgnoringNewLines("valid");
        assertThat(validation.waitFor()).isZero();
    }

    private static void follows(List<String> program, Backends backends, String registry) throws Exception {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var command = new ArrayList<>(program);
        command.addAll(List.of(backends.bootstrapServers(), registry, "subscriber-" + UUID.randomUUID()));
        try (var judge = new TheJudge(backends)) {
            // Given
            var written = new ArrayList<>(List.of(judge.writes(one, 1), judge.writes(other, 1), judge.writes(one, 2)));
            judge.writes(one, 1);
            judge.writesSomethingNew(one);
            written.addAll(List.of(judge.writes(one, 3), judge.writes(other, 2)));

            // When
            try (var running = Program.start(HERE, command)) {
                awaitLines(running, one, written);
                awaitLines(running, other, written);
                running.stop();

                // Then
                assertThat(running.progress()).contains("stopped");
                assertThat(running.progress().toString())
                        .containsPattern("repeats [1-9]")
                        .containsPattern("unknown [1-9]");
            }

            // When: what other tests wrote may still be ahead of it
            var afterwards = judge.writes(one, 4);
            try (var again = Program.start(HERE, command)) {
                awaitLines(again, one, List.of(afterwards));

                // Then
                assertThat(of(one, again.printed())).containsExactly(afterwards);
                assertThat(of(other, again.printed())).isEmpty();
                again.stop();
            }
        }
    }

    private static void awaitLines(Program running, UUID peering, List<JsonNode> written) {
        var expected = of(peering, written);
        Awaitility.await()
                .atMost(60, SECONDS)
                .until(() ->
                        !running.isRunning() || of(peering, running.printed()).size() >= expected.size());
        assertThat(of(peering, running.printed()))
                .as("printed; beside that the program said %s", running.progress())
                .isEqualTo(expected);
    }

    private static List<JsonNode> of(UUID peering, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.at("/peeringId").asText().equals(peering.toString()))
                .toList();
    }
}
