package io.directpeering.request.topology.census;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/// How stores are restored from their changelogs: what is left to read, what was read, how long it took.
final class Restores implements StateRestoreListener {

    private record Part(TopicPartition changelog, String store) {}

    private record Progress(long beganAtMs, AtomicLong left) {}

    private final MeterRegistry meters;
    private final ConcurrentMap<Part, Progress> restoring = new ConcurrentHashMap<>();

    Restores(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("peering.store.restore.left", this, Restores::left)
                .description("Records of changelogs that are still to be read before all stores are restored")
                .register(meters);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        restoring.put(new Part(changelog, store), new Progress(now(), new AtomicLong(to - from)));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long reached, long records) {
        meters.counter("peering.store.restore.records", "store", store).increment(records);
        var progress = restoring.get(new Part(changelog, store));
        if (progress != null) {
            progress.left().addAndGet(-records);
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        var progress = restoring.remove(new Part(changelog, store));
        if (progress != null) {
            Timer.builder("peering.store.restore.duration")
                    .description("How long it took to restore a partition of a store")
                    .tag("store", store)
                    .register(meters)
                    .record(now() - progress.beganAtMs(), TimeUnit.MILLISECONDS);
        }
    }

    /// Another instance, or a later start, does it.
    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        restoring.remove(new Part(changelog, store));
    }

    private double left() {
        // Markers of transactions are offsets but no records, so some of it is never read.
        return restoring.values().stream()
                .mapToLong(each -> Math.max(0, each.left().get()))
                .sum();
    }

    private long now() {
        return meters.config().clock().wallTime();
    }
}
