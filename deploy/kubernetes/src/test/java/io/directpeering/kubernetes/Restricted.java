package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/// Pods are as the Pod Security Standard "restricted" wants them, write to no image, carry no token of the API server,
/// and run images that are built here or named by version.
final class Restricted implements Check {

    private static final String REGISTRY = "quay.io/apicurio/apicurio-registry:";

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        manifests.workloads().forEach(workload -> {
            if (!workload.pod().at("/securityContext/runAsNonRoot").asBoolean()
                    || !workload.pod()
                            .at("/securityContext/seccompProfile/type")
                            .asText()
                            .equals("RuntimeDefault")) {
                findings.add("%s: the pod is not restricted.".formatted(workload.title()));
            }
            if (workload.pod().path("automountServiceAccountToken").asBoolean(true)
                    || workload.pod().path("enableServiceLinks").asBoolean(true)) {
                findings.add("%s: the pod is given a token or links.".formatted(workload.title()));
            }
            workload.containers().forEach(container -> container(workload, container, findings));
        });
        return findings;
    }

    private static void container(Workload workload, JsonNode container, List<String> findings) {
        var context = container.path("securityContext");
        if (context.path("allowPrivilegeEscalation").asBoolean(true)
                || !context.path("readOnlyRootFilesystem").asBoolean()
                || !context.at("/capabilities/drop/0").asText().equals("ALL")) {
            findings.add("%s: the container is not restricted.".formatted(workload.title()));
        }
        if (container.at("/resources/limits/memory").isMissingNode()
                || container.at("/resources/requests/cpu").isMissingNode()) {
            findings.add("%s: the container asks for no resources.".formatted(workload.title()));
        }
        var image = container.path("image").asText();
        var own = Stream.of(Services.values())
                .anyMatch(service -> image.matches(".*direct-peering/" + service.serviceName() + ":[\\w.-]+"));
        if (!own && !image.startsWith(REGISTRY + System.getProperty("registry.version"))) {
            findings.add("%s: nobody builds the image %s.".formatted(workload.title(), image));
        }
    }
}
