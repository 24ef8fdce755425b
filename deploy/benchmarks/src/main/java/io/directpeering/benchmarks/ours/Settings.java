package io.directpeering.benchmarks.ours;

import java.nio.file.Path;
import java.util.Map;

import io.directpeering.request.query.QuerySettings;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.deadline.DeadlineSettings;
import io.directpeering.request.topology.drift.DriftSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;

/// Settings of request-service as they are by default, but for where things lie; `-Dpeering.judge.threads=2` and the
/// like change one.
record Settings(JudgeSettings judge, DeadlineSettings deadlines, DriftSettings drift, QuerySettings query) {

    private static final int ABOVE_DEFAULTS = 100;

    /// @param stateDir of the stores
    static Settings of(Path stateDir) {
        var own = Map.of(
                "peering.judge.state-dir", stateDir.toString(),
                "peering.judge.group-instance-id", "judge-1",
                "peering.judge.application-server", "localhost:8081");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(own, "benchmark", ABOVE_DEFAULTS), new SysPropConfigSource())
                .withMapping(JudgeSettings.class)
                .withMapping(DeadlineSettings.class)
                .withMapping(DriftSettings.class)
                .withMapping(QuerySettings.class)
                .build();
        return new Settings(
                config.getConfigMapping(JudgeSettings.class),
                config.getConfigMapping(DeadlineSettings.class),
                config.getConfigMapping(DriftSettings.class),
                config.getConfigMapping(QuerySettings.class));
    }
}
