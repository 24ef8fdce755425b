package io.directpeering.request.topology.history;

import java.util.Map;
import java.util.TreeMap;

/// How long something took, often: counts in buckets, each of which ends 2 % above where it begins. What is read out of
/// them is off by no more than 1 %. Those of several instances are added up.
public final class Durations {

    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = Math.log(GROWTH);

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long count;

    /// The bucket of a duration. 0 holds what took no time; bucket n what took up to `1.02^(n - 1)` ms.
    public static int bucket(long millis) {
        return millis <= 0 ? 0 : 1 + (int) Math.ceil(Math.log(millis) / LOG_GROWTH - 1e-9);
    }

    public void add(int bucket, long times) {
        counts.merge(bucket, times, Long::sum);
        count += times;
    }

    public long count() {
        return count;
    }

    /// Counts by bucket, without those that are empty.
    public Map<Integer, Long> counts() {
        return counts;
    }

    /// Within which so many of a hundred were over (nearest rank), in milliseconds.
    ///
    /// @throws IllegalStateException there is nothing to read it from
    public long percentile(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        long passed = 0;
        for (var entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return middle(entry.getKey());
            }
        }
        throw new IllegalStateException("No duration has been counted.");
    }

    /// Off from each end of the bucket by the same share.
    private static long middle(int bucket) {
        return bucket == 0 ? 0 : Math.round(2 * Math.pow(GROWTH, bucket - 1) / (1 + GROWTH));
    }
}
