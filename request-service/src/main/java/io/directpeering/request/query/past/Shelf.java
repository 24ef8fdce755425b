package io.directpeering.request.query.past;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Where the history of a peering is.
sealed interface Shelf {

    /// On this instance.
    record Here(KafkaStreams streams, int partition) implements Shelf {

        /// @throws InvalidStateStoreException it has moved or is being restored
        <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
            return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                    .withPartition(partition));
        }
    }

    record Elsewhere(HostInfo host) implements Shelf {}

    record Unknown(String why) implements Shelf {}
}
