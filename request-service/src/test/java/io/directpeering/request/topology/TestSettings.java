package io.directpeering.request.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings as they are by default, under another name.
public record TestSettings(
        String applicationId,
        Path stateDir,
        Optional<String> groupInstanceId,
        String applicationServer,
        int standbyReplicas,
        int threads,
        Duration commitInterval,
        Duration linger,
        Duration sessionTimeout,
        int waitingCallers)
        implements JudgeSettings {

    public static TestSettings of(String applicationId, Path stateDir) {
        return new TestSettings(
                applicationId,
                stateDir,
                Optional.of("judge-0"),
                "localhost:8081",
                0,
                1,
                Duration.ofMillis(20),
                Duration.ofMillis(2),
                Duration.ofSeconds(10),
                10_000);
    }
}
