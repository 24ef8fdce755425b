package io.directpeering.request.topology.history;

import java.util.Map;

import io.directpeering.request.topology.StoreSerde;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredMove;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

/// The historian's stores: names, keys and what they hold.
public final class HistorianStores {

    /// [Position] → what became of a fact.
    public static final String HISTORY = "history";

    /// [Moment] → from which cell to which a peering moved then; without transitions that leave it in its cell.
    public static final String MOVES = "moves";

    /// [Headcount] → how many peerings were in the cell.
    public static final String CHECKPOINTS = "checkpoints";

    /// [StayBucket] → how many stays of connections in a state it holds.
    public static final String STAYS = "stays";

    /// Cell → how many peerings are in it. Only to make checkpoints of.
    static final String CELLS = "cells";

    private HistorianStores() {}

    static StoreBuilder<KeyValueStore<Position, StoredEntry>> history() {
        return store(HISTORY, Position.SERDE, StoreSerde.of(StoredEntry.class));
    }

    static StoreBuilder<KeyValueStore<Moment, StoredMove>> moves() {
        return store(MOVES, Moment.SERDE, StoreSerde.of(StoredMove.class));
    }

    static StoreBuilder<KeyValueStore<Headcount, Long>> checkpoints() {
        return store(CHECKPOINTS, Headcount.SERDE, Serdes.Long());
    }

    static StoreBuilder<KeyValueStore<StayBucket, Long>> stays() {
        return store(STAYS, StayBucket.SERDE, Serdes.Long());
    }

    static StoreBuilder<KeyValueStore<StoredCell, Long>> cells() {
        return store(CELLS, StoreSerde.of(StoredCell.class), Serdes.Long());
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), keys, values)
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
