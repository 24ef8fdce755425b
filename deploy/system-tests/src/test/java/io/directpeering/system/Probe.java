package io.directpeering.system;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.common.utils.Utils;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Asks for one peering of each partition again and again, and notes how long none could be told of.
final class Probe implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Api api;
    private final Map<Integer, UUID> probed = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicLong> longestNanos = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Probe(Api api) {
        this.api = api;
    }

    /// From now on this peering is asked for, if it is the first of its partition.
    void offer(UUID peering, int partitions) {
        var partition = Utils.toPositive(Utils.murmur2(peering.toString().getBytes(UTF_8))) % partitions;
        if (probed.putIfAbsent(partition, peering) == null) {
            var longest = new AtomicLong();
            longestNanos.put(partition, longest);
            Thread.ofVirtual().name("probe-" + partition).start(() -> probe(peering, longest));
        }
    }

    /// How many partitions are asked.
    int partitions() {
        return probed.size();
    }

    /// The longest time that a partition could not be read, from the first request that was not answered to the next
    /// answer.
    Map<Integer, Duration> longest() {
        var all = new ConcurrentHashMap<Integer, Duration>();
        longestNanos.forEach((partition, nanos) -> all.put(partition, Duration.ofNanos(nanos.get())));
        return all;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void probe(UUID peering, AtomicLong longest) {
        var lastAnswer = System.nanoTime();
        while (!closed) {
            var asked = System.nanoTime();
            if (api.get("/peerings/" + peering).accepted()) {
                lastAnswer = System.nanoTime();
            } else {
                lastAnswer = Math.min(lastAnswer, asked);
                longest.accumulateAndGet(System.nanoTime() - lastAnswer, Math::max);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
