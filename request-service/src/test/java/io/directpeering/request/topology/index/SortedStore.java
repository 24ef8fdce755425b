package io.directpeering.request.topology.index;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.directpeering.events.PeeringSnapshot;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// A store of peerings, in the order of its keys.
final class SortedStore implements ReadOnlyKeyValueStore<String, PeeringSnapshot> {

    private final NavigableMap<String, PeeringSnapshot> peerings = new TreeMap<>();

    void put(PeeringSnapshot peering) {
        peerings.put(peering.getPeeringId().toString(), peering);
    }

    @Override
    public @Nullable PeeringSnapshot get(String key) {
        return peerings.get(key);
    }

    @Override
    public KeyValueIterator<String, PeeringSnapshot> range(@Nullable String from, @Nullable String to) {
        var some = from == null ? peerings : peerings.tailMap(from, true);
        return over((to == null ? some : some.headMap(to, true)).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<String, PeeringSnapshot> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return peerings.size();
    }

    private static KeyValueIterator<String, PeeringSnapshot> over(Iterator<Map.Entry<String, PeeringSnapshot>> all) {
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public KeyValue<String, PeeringSnapshot> next() {
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
