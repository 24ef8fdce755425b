package io.directpeering.request.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Cause;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.Origin;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Writes transitions as the judge does, as many as a test wants.
@ApplicationScoped
class Storyteller {

    private final Serde<SpecificRecord> serde;
    private final KafkaProducer<String, SpecificRecord> producer;

    Storyteller(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "peering.registry.url") String registryUrl) {
        serde = WireFormat.serde(registryUrl);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
                new StringSerializer(),
                serde.serializer());
    }

    /// Transitions of one peering, with these sequences.
    ///
    /// @param name of the peering; its length makes the size of the records
    void tells(UUID peeringId, long asn, String name, long first, long last) {
        for (var sequence = first; sequence <= last; sequence++) {
            producer.send(new ProducerRecord<>(
                    Topics.PEERING_TRANSITIONS.name(), peeringId.toString(), of(peeringId, asn, name, sequence)));
        }
        producer.flush();
    }

    private static PeeringTransitioned of(UUID peeringId, long asn, String name, long sequence) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new PeeringTransitioned(
                new EventMetadata(UUID.randomUUID(), peeringId, null, now, "request-service", "anna", null, null),
                sequence,
                new Cause(UUID.randomUUID(), "StageOverdue", "request-service", now, null, null),
                TransitionOutcome.Recorded,
                List.of(),
                new PeeringSnapshot(
                        peeringId,
                        sequence,
                        now,
                        PeeringState.Active,
                        false,
                        Origin.New,
                        name,
                        "Frankfurt",
                        DirectPeeringType.Edge,
                        new Peer(asn, "Peer Networks", ValidationState.Approved, List.of()),
                        "anna",
                        now,
                        List.of(),
                        null,
                        null));
    }

    @PreDestroy
    void close() {
        producer.close();
        serde.close();
    }
}
