package io.directpeering.schemas;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/// One topic: its name, who may write it, what it carries and how long it is kept.
///
/// @param name    topic name on the broker
/// @param owners  services that write it
/// @param records record types it carries; each has a subject of its own in the registry
/// @param keeping how long a record is kept
public record Topic(
        String name, List<String> owners, List<Class<? extends SpecificRecord>> records, Retention keeping) {

    /// How long a topic keeps its records.
    public enum Retention {
        /// For ever: the replayable history.
        FOR_EVER(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1")),
        /// The latest record of each key.
        LATEST_PER_KEY(Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")),
        /// A week: telemetry.
        ONE_WEEK(Map.of("cleanup.policy", "delete", "retention.ms", "604800000")),
        /// A quarter: long enough for somebody to look into it.
        NINETY_DAYS(Map.of("cleanup.policy", "delete", "retention.ms", "7776000000"));

        private final Map<String, String> config;

        Retention(Map<String, String> config) {
            this.config = config;
        }

        /// Topic settings, as the broker names them.
        public Map<String, String> config() {
            return config;
        }
    }

    /// Schemas of the records it carries, by registry subject (`<topic>-<record name>`).
    public Map<String, Schema> subjects() {
        return records.stream()
                .map(type -> SpecificData.get().getSchema(type))
                .collect(Collectors.toMap(schema -> name + "-" + schema.getName(), schema -> schema));
    }
}
