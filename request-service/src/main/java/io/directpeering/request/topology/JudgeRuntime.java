package io.directpeering.request.topology;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.drift.DriftSettings;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Runs the judge from the start of the service to its end.
@Singleton
public class JudgeRuntime {

    private static final List<Topic> TOPICS = List.of(
            Topics.PEERING_EVENTS,
            Topics.BGP_SESSION_STATES,
            Topics.BGP_SESSION_DRIFT,
            Topics.PEERING_TRANSITIONS,
            Topics.PEERING_REFUSALS,
            Topics.PEERING_STATES,
            Topics.deadLetter(Topics.REQUEST_SERVICE));

    private final Serde<SpecificRecord> serde;
    private final Running running;
    private final LogEnds logEnds;

    /// @param broker address of the broker and how it is spoken to, as every channel of the service has it
    @Inject
    public JudgeRuntime(
            JudgeSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "peering.registry.url") String registryUrl,
            DecisionListener listener,
            Deadlines deadlines,
            Census census,
            DriftSettings drift,
            AlarmBoard alarms,
            Holdings holdings,
            Clock clock) {
        this.serde = WireFormat.serde(registryUrl);
        this.running = new Running(
                "judge",
                () -> new JudgeTopology(serde, listener, deadlines, census, drift, alarms, holdings).build(),
                StreamsProperties.of(settings, broker),
                broker,
                TOPICS,
                census.restores(),
                clock);
        this.logEnds = new LogEnds(
                broker,
                settings.applicationId(),
                Set.of(Topics.PEERING_EVENTS.name()),
                IsolationLevel.READ_UNCOMMITTED,
                new JudgedUpTo(holdings),
                clock);
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stop();
    }

    /// Starts it, now or as soon as it can.
    public void start() {
        running.start();
        logEnds.start();
    }

    /// Ends it; its partitions are free at once.
    public void stop() {
        logEnds.close();
        running.stop();
        serde.close();
    }

    /// The running application, to query its stores; empty before it could be started.
    public Optional<KafkaStreams> streams() {
        return running.streams();
    }

    /// Why it cannot judge or answer at the moment; empty: it can.
    public Optional<String> trouble() {
        return running.trouble();
    }

    /// It has given up, and only a restart helps.
    public boolean dead() {
        return running.dead();
    }
}
