package io.directpeering.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads records of the contract from the bytes on the wire.
@Singleton
public class WireReader {

    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    /// @param registryUrl base address of the registry's own API
    @Inject
    public WireReader(@ConfigProperty(name = "peering.registry.url") String registryUrl) {
        deserializer.configure(WireFormat.settings(registryUrl), false);
    }

    /// @throws UnreadableRecord the bytes are no record of this type, now or later
    /// @throws RuntimeException an [Outage] of the registry is behind it: reading may work later
    public <T extends SpecificRecord> T read(byte @Nullable [] wire, Class<T> type) {
        if (wire == null) {
            throw new UnreadableRecord("The record has no value; a " + type.getSimpleName() + " is expected.", null);
        }
        var found = deserialize(wire);
        if (!type.isInstance(found)) {
            throw new UnreadableRecord(
                    "The record is a %s; a %s is expected."
                            .formatted(
                                    found == null ? "null" : found.getSchema().getName(), type.getSimpleName()),
                    null);
        }
        return type.cast(found);
    }

    // One at a time: the deserializer's readers are not made for several threads.
    private synchronized @Nullable SpecificRecord deserialize(byte[] wire) {
        var thread = Thread.currentThread();
        var classesBefore = thread.getContextClassLoader();
        // Avro finds the records' classes through the thread; a worker thread may not know them.
        thread.setContextClassLoader(WireReader.class.getClassLoader());
        try {
            // The topic plays no part in reading: the bytes name their schema.
            return deserializer.deserialize("", wire);
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw failure;
            }
            throw new UnreadableRecord("The record cannot be read: " + failure, failure);
        } finally {
            thread.setContextClassLoader(classesBefore);
        }
    }

    @PreDestroy
    void close() {
        deserializer.close();
    }
}
