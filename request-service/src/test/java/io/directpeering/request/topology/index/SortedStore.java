package io.directpeering.request.topology.index;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.stored.AcceptedFacts;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// A store of peerings, in the order of its keys.
final class SortedStore implements ReadOnlyKeyValueStore<String, StoredPeering> {

    private final NavigableMap<String, StoredPeering> peerings = new TreeMap<>();

    void put(PeeringSnapshot peering) {
        peerings.put(peering.getPeeringId().toString(), new StoredPeering(peering, AcceptedFacts.NONE));
    }

    @Override
    public @Nullable StoredPeering get(String key) {
        return peerings.get(key);
    }

    @Override
    public KeyValueIterator<String, StoredPeering> range(@Nullable String from, @Nullable String to) {
        var some = from == null ? peerings : peerings.tailMap(from, true);
        return over((to == null ? some : some.headMap(to, true)).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<String, StoredPeering> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return peerings.size();
    }

    private static KeyValueIterator<String, StoredPeering> over(Iterator<Map.Entry<String, StoredPeering>> all) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public KeyValue<String, StoredPeering> next() {
                var next = all.next();
                return KeyValue.pair(next.getKey(), next.getValue());
            }

            @Override
            public String peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
