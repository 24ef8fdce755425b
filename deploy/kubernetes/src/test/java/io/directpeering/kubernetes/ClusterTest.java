package io.directpeering.kubernetes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/// What the API server of a real cluster says: `./peering test -Dcluster`, with the cluster that kubectl speaks to. It
/// must know Strimzi's, the Gateway API's and the Prometheus operator's kinds. Nothing is left on it but the namespace.
class ClusterTest {

    @ParameterizedTest
    @ValueSource(strings = {"production", "local"})
    void theClusterWouldTakeTheManifests(String overlay) throws Exception {
        // Given
        if (System.getProperty("cluster") == null) {
            abort("No cluster was asked what it says to the manifests: -Dcluster asks the one that kubectl speaks to.");
        }
        kubectl("apply", "--server-side", "-f", "base/platform/010-Namespace.yaml");

        // When, Then
        kubectl("apply", "--server-side", "--dry-run=server", "-k", "overlays/" + overlay);
    }

    private static void kubectl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), said)
                .isZero();
    }
}
