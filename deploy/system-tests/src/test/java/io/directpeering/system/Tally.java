package io.directpeering.system;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// What came of requests.
final class Tally {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Map<Integer, Long> byStatus = new ConcurrentSkipListMap<>();
    private final Map<String, Long> refused = new ConcurrentHashMap<>();

    void add(String call, Api.Answer answer, long nanos) {
        sent.incrementAndGet();
        longestNanos.accumulateAndGet(nanos, Math::max);
        byStatus.merge(answer.status(), 1L, Long::sum);
        if (answer.worthAnotherTry()) {
            refused.merge(
                    answer.status() + " " + call + ": "
                            + answer.body().at("/detail").asText(),
                    1L,
                    Long::sum);
        }
    }

    long sent() {
        return sent.get();
    }

    /// Without an answer, or told to come again.
    Map<String, Long> refused() {
        return Map.copyOf(refused);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d requests, by status %s (0: no answer), the longest took %.1f s",
                sent.get(),
                byStatus,
                longestNanos.get() / 1e9);
    }
}
