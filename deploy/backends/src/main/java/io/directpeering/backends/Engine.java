package io.directpeering.backends;

import java.nio.file.Files;
import java.nio.file.Path;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;

/// The container engine of this machine, if there is one.
final class Engine {

    private Engine() {}

    /// Decides whether a part comes from a container, and says so.
    ///
    /// @throws IllegalStateException `-Dbackend=docker` and no engine answers
    static boolean provides(String part, String image) {
        var provided = switch (Backend.wanted()) {
            case EMBEDDED -> false;
            case DOCKER -> demanded(part);
            case AUTO -> answers() && has(image);
        };
        System.out.printf("backends: %s %s%n", part, provided ? "from image " + image : "embedded");
        return provided;
    }

    private static boolean demanded(String part) {
        if (!answers()) {
            throw new IllegalStateException("-Dbackend=docker, but no container engine answers (asked for the " + part
                    + "). Start one, or use -Dbackend=embedded.");
        }
        return true;
    }

    private static boolean answers() {
        // Asked first, because the library's own search is slow and loud where there is nothing to find.
        var maybe = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return maybe && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean has(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
