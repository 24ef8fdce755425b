package io.directpeering.notification.intake;

import java.util.HashMap;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads a record off the wire.
@ApplicationScoped
class TransitionReader {

    private final AvroKafkaDeserializer<Object> deserializer = new AvroKafkaDeserializer<>();

    TransitionReader(@ConfigProperty(name = "peering.registry.url") String registryUrl) {
        deserializer.configure(new HashMap<>(WireFormat.settings(registryUrl)), false);
    }

    /// @throws RuntimeException the registry cannot be asked ([Outage]); the record may be good
    Reading read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Reading.Poison("The record has no value", null);
        }
        try {
            var value = deserializer.deserialize(Topics.PEERING_TRANSITIONS.name(), bytes);
            return value instanceof PeeringTransitioned transition
                    ? new Reading.Transition(transition)
                    : new Reading.Poison(
                            "The record is not a PeeringTransitioned but a "
                                    + (value == null ? "null" : value.getClass().getSimpleName()),
                            null);
        } catch (RuntimeException e) {
            if (Outage.causes(e)) {
                throw e;
            }
            return new Reading.Poison("The record cannot be read: " + e, e);
        }
    }

    @PreDestroy
    void close() {
        deserializer.close();
    }
}
