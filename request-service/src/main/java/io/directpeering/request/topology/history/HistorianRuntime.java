package io.directpeering.request.topology.history;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.LogEnds;
import io.directpeering.request.topology.Running;
import io.directpeering.request.topology.StreamsProperties;
import io.directpeering.request.topology.census.Census;
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

/// Runs the historian from the start of the service to its end.
@Singleton
public class HistorianRuntime {

    private static final List<Topic> TOPICS =
            List.of(Topics.PEERING_TRANSITIONS, Topics.PEERING_REFUSALS, Topics.deadLetter(Topics.REQUEST_SERVICE));

    private final Serde<SpecificRecord> serde;
    private final Running running;
    private final ReadUpTo readUpTo;
    private final LogEnds logEnds;

    /// @param instance what is the same for all applications of this process
    /// @param broker   address of the broker and how it is spoken to, as every channel of the service has it
    @Inject
    public HistorianRuntime(
            HistorianSettings settings,
            JudgeSettings instance,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "peering.registry.url") String registryUrl,
            Census census,
            Clock clock) {
        this.serde = WireFormat.serde(registryUrl);
        this.running = new Running(
                "historian",
                () -> new HistorianTopology(serde).build(),
                StreamsProperties.of(settings.applicationId(), settings.commitInterval(), instance, broker),
                broker,
                TOPICS,
                census.restores(),
                clock);
        var read = Set.of(Topics.PEERING_TRANSITIONS.name(), Topics.PEERING_REFUSALS.name());
        this.readUpTo = new ReadUpTo(read, running::streams);
        this.logEnds =
                new LogEnds(broker, settings.applicationId(), read, IsolationLevel.READ_COMMITTED, readUpTo, clock);
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

    /// How far it has read.
    public ReadUpTo readUpTo() {
        return readUpTo;
    }

    /// Why it cannot answer at the moment; empty: it can.
    public Optional<String> trouble() {
        return running.trouble();
    }

    /// It has given up, and only a restart helps.
    public boolean dead() {
        return running.dead();
    }
}
