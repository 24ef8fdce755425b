package io.directpeering.schemas;

import java.util.Map;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// How records stand on the wire: a zero byte, the schema's 4-byte content id in the registry, Avro binary.
///
/// The channels of the services take the same settings from `META-INF/microprofile-config.properties` of this
/// jar; a test holds the two equal.
public final class WireFormat {

    private WireFormat() {}

    /// Settings of the registry serde, for serializers and deserializers alike.
    ///
    /// @param registryUrl base address of the registry's own API, e.g. `http://localhost:8085/apis/registry/v3`
    public static Map<String, String> settings(String registryUrl) {
        return Map.of(
                "apicurio.registry.url", registryUrl,
                "apicurio.registry.artifact.group-id", "default",
                "apicurio.registry.artifact-resolver-strategy",
                        "io.apicurio.registry.serde.avro.strategy.TopicRecordIdStrategy",
                "apicurio.registry.dereference-schema", "true",
                "apicurio.registry.auto-register", "false",
                "apicurio.registry.use-specific-avro-reader", "true",
                "apicurio.registry.fault-tolerant-refresh", "true");
    }

    /// A serde for any record of the contract. The caller closes it.
    public static <T extends SpecificRecord> Serde<T> serde(String registryUrl) {
        var serializer = new AvroKafkaSerializer<T>();
        serializer.configure(settings(registryUrl), false);
        var deserializer = new AvroKafkaDeserializer<T>();
        deserializer.configure(settings(registryUrl), false);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
