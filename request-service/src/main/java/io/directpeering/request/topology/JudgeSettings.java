package io.directpeering.request.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the judge runs.
@ConfigMapping(prefix = "peering.judge")
public interface JudgeSettings {

    /// Consumer group, and what names of changelogs begin with. Under a new one the whole log is judged again.
    @WithDefault("request-service-judge")
    String applicationId();

    /// Where its stores lie. What is lost there is restored from the changelogs, which takes longer.
    @WithDefault("${java.io.tmpdir}/direct-peering/request-service")
    Path stateDir();

    /// Name of this instance, the same after every restart: its partitions wait for it for a session timeout.
    Optional<String> groupInstanceId();

    /// `host:port` at which other instances reach this one.
    @WithDefault("localhost:${quarkus.http.port:8080}")
    String applicationServer();

    /// Copies of the stores on other instances.
    @WithDefault("0")
    int standbyReplicas();

    @WithDefault("1")
    int threads();

    /// Within it an outcome reaches the other services, who read what is committed.
    @WithDefault("20ms")
    Duration commitInterval();

    /// How long it may collect records before it sends them.
    @WithDefault("2ms")
    Duration linger();

    /// After it a member that is silent is given up.
    @WithDefault("10s")
    Duration sessionTimeout();

    /// Callers that may wait for a decision at a time.
    @WithDefault("10000")
    int waitingCallers();
}
