package io.directpeering.request.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.directpeering.intake.WireReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Fills the tables from the start of the service to its end, where there is a database for them. Looks at sessions are
/// followed apart: there may be a storm of them, and transitions are not to wait for it.
@Singleton
class AnalysisRuntime {

    private static final Logger LOG = Logger.getLogger(AnalysisRuntime.class);

    private final AnalysisSettings settings;
    private final Map<String, Object> broker;
    private final WireReader wire;
    private final MeterRegistry meters;
    private final List<Follower> followers = new ArrayList<>();
    private @Nullable Watchdog watchdog;

    /// @param broker address of the broker and how it is spoken to, as every channel of the service has it
    AnalysisRuntime(
            AnalysisSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            WireReader wire,
            MeterRegistry meters) {
        this.settings = settings;
        this.broker = broker;
        this.wire = wire;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        settings.jdbcUrl()
                .filter(url -> !url.isBlank())
                .ifPresentOrElse(
                        this::follow,
                        () -> LOG.info("There are no tables for analysts: PEERING_ANALYSIS_JDBC_URL is not set"));
    }

    private void follow(String jdbcUrl) {
        var database = new AnalysisDatabase(
                jdbcUrl, settings.username(), settings.password().orElse(""));
        followers.add(new Follower(
                List.of(Feed.TRANSITIONS, Feed.REFUSALS, Feed.ALARMS),
                settings.groupId(),
                settings.pace(),
                settings.mostRecords(),
                database,
                broker,
                wire));
        followers.add(new Follower(
                List.of(Feed.SESSIONS),
                settings.groupId() + "-sessions",
                settings.sessionPace(),
                settings.mostRecords(),
                database,
                broker,
                wire));
        Gauge.builder("peering.analysis.late", this, it -> it.late() ? 1 : 0)
                .description("1: the tables for analysts cannot be written at the moment, and wait")
                .register(meters);
        followers.forEach(Follower::start);
        watchdog = new Watchdog(database, settings.longestQuestion());
        watchdog.start();
    }

    private boolean late() {
        return followers.stream().map(Follower::trouble).anyMatch(Optional::isPresent);
    }

    void stop(@Observes ShutdownEvent stopped) {
        followers.forEach(Follower::close);
        if (watchdog != null) {
            watchdog.close();
        }
    }
}
