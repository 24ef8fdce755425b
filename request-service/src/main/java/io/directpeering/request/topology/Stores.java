package io.directpeering.request.topology;

import java.util.Map;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.request.topology.deadline.Due;
import io.directpeering.request.topology.stored.StoredDrifts;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

/// The judge's stores: names, keys and what they hold. Keys begin with the peering id, so that all of a peering
/// lies together.
public final class Stores {

    /// Peering id → where it stands, and the facts that were accepted last.
    public static final String PEERINGS = "peerings";

    /// [Peering id and event id][#decision] → what was decided, unless it stands in [#PEERINGS].
    public static final String DECISIONS = "decisions";

    /// [Peering id, connection id and family][#session] → the latest look at that session.
    public static final String SESSIONS = "sessions";

    /// [Peering id, connection id and family][#session] → the drifts of that session that are not over.
    public static final String DRIFTS = "drifts";

    /// When to look at which peering next; filled from [#PEERINGS] at every start.
    static final String DEADLINES = "deadlines";

    private Stores() {}

    public static String decision(UUID peeringId, UUID eventId) {
        return peeringId + "/" + eventId;
    }

    public static String session(UUID peeringId, UUID connectionId, AddressFamily family) {
        return sessionsOf(peeringId) + connectionId + "/" + family;
    }

    /// What the keys of all sessions of a peering begin with.
    public static String sessionsOf(UUID peeringId) {
        return peeringId + "/";
    }

    static StoreBuilder<KeyValueStore<String, StoredPeering>> peerings() {
        return store(PEERINGS, StoreSerde.ofPeerings());
    }

    static StoreBuilder<KeyValueStore<String, StoredVerdict>> decisions() {
        return store(DECISIONS, StoreSerde.of(StoredVerdict.class));
    }

    static StoreBuilder<KeyValueStore<String, BgpSessionObserved>> sessions() {
        return store(SESSIONS, StoreSerde.of(BgpSessionObserved.class));
    }

    static StoreBuilder<KeyValueStore<String, StoredDrifts>> drifts() {
        return store(DRIFTS, StoreSerde.of(StoredDrifts.class));
    }

    /// Without a changelog: it follows from [#PEERINGS].
    static StoreBuilder<KeyValueStore<Due, byte[]>> deadlines() {
        return keyValueStoreBuilder(persistentKeyValueStore(DEADLINES), Due.SERDE, Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingDisabled();
    }

    /// Without a cache: a decision is asked for the moment it is made, and a cache in front would be a third copy.
    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> serde) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), serde)
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
