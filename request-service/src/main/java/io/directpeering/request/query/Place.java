package io.directpeering.request.query;

import java.util.Set;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Where a peering's stores are.
sealed interface Place {

    /// On this instance.
    record Here(KafkaStreams streams, int partition) implements Place {

        /// @throws InvalidStateStoreException it has moved or is being restored
        <V> ReadOnlyKeyValueStore<String, V> store(String name) {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                            .withPartition(partition));
        }
    }

    record Elsewhere(HostInfo host, Set<HostInfo> copies) implements Place {}

    record Unknown(String why) implements Place {}
}
