package io.directpeering.kubernetes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.kubernetes.Kubectl.kubectl;
import static org.junit.jupiter.api.Assumptions.abort;

/// What the API server of a real cluster says: `./peering test -Dcluster`, with the cluster that kubectl speaks
/// to. It must know Strimzi's, the Gateway API's and the Prometheus operator's kinds. Nothing is left on it but
/// the namespace, whose label makes it tell of breaches of Pod Security. Where the suite is installed with other
/// images, it refuses the jobs, which cannot be changed: an upgrade removes them first.
class ClusterTest {

    @ParameterizedTest
    @ValueSource(strings = {"production", "local"})
    void theClusterWouldTakeTheManifests(String overlay) throws Exception {
        // Given
        if (System.getProperty("cluster") == null) {
            abort("No cluster was asked what it says to the manifests: -Dcluster asks the one that kubectl speaks to.");
        }
        kubectl("apply", "--server-side", "-f", "base/platform/010-Namespace.yaml")
                .well();

        // When
        var answer = kubectl("apply", "--server-side", "--dry-run=server", "-k", "overlays/" + overlay);

        // Then
        answer.well().withoutWarning();
    }
}
