package io.directpeering.schemas;

import java.util.Map;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import org.apache.avro.SystemLimitException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// How records stand on the wire: a zero byte, the schema's 4-byte content id in the registry, Avro binary.
/// Whoever reads with these settings is safe from a record that claims a text of 16 MiB or more: it is refused
/// instead of taking the heap.
///
/// The channels of the services take the same settings from `META-INF/microprofile-config.properties` of this
/// jar; a test holds the two equal.
public final class WireFormat {

    /// A text in a broken record may claim any length, and Avro makes room for it before it looks whether it is there.
    private static final String LONGEST_TEXT_IN_BYTES = String.valueOf(16 * 1024 * 1024);

    private static final String MOST_ITEMS = String.valueOf(1_000_000);

    static {
        // Avro takes its limits from nowhere else, and reads them once, at the first record.
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST_TEXT_IN_BYTES);
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST_TEXT_IN_BYTES);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MOST_ITEMS);
    }

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
                "apicurio.registry.avro-datum-provider", RememberedDatums.class.getName(),
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
