package io.directpeering.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/// The container engine of this machine, if there is one.
///
/// Where no image can be pulled, the library's own reaper cannot be either: set `TESTCONTAINERS_RYUK_DISABLED=true`.
final class Engine {

    private Engine() {}

    /// Decides whether a part comes from a container, and says so.
    ///
    /// @throws IllegalStateException `-Dbackend=docker` and no engine answers
    static boolean provides(String part, String image) {
        var provided = switch (Backend.wanted()) {
            case EMBEDDED -> false;
            case DOCKER -> demanded(part);
            case AUTO -> client().filter(engine -> has(engine, image)).isPresent();
        };
        System.out.printf("backends: %s %s%n", part, provided ? "from image " + image : "embedded");
        return provided;
    }

    private static boolean demanded(String part) {
        if (client().isEmpty()) {
            throw new IllegalStateException("-Dbackend=docker, but no container engine answers (asked for the " + part
                    + "). Start one, or use -Dbackend=embedded.");
        }
        return true;
    }

    /// A client of the engine, without starting the library's reaper as its own probe does.
    private static Optional<DockerClient> client() {
        // Asked first, because the library's search is slow and loud where there is nothing to find.
        if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.empty();
        }
        try {
            var transport = DockerClientFactory.instance().getTransportConfig();
            var client = DockerClientProviderStrategy.getClientForConfig(transport);
            client.pingCmd().exec();
            return Optional.of(client);
        } catch (RuntimeException e) {
            System.out.println("backends: no container engine answers: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean has(DockerClient engine, String image) {
        try {
            engine.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
