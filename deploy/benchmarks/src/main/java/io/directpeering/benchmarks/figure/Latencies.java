package io.directpeering.benchmarks.figure;

import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;

/// How long things took. Any thread may add.
public final class Latencies {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(LONGEST_NANOS, 3);

    public void add(long tookNanos) {
        nanos.recordValue(Math.min(Math.max(tookNanos, 0), LONGEST_NANOS));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    public Percentiles percentiles() {
        return new Percentiles(ms(50), ms(99), ms(99.9), nanos.getMaxValue() / 1e6);
    }

    private double ms(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
