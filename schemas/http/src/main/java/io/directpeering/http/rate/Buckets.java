package io.directpeering.http.rate;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

/// A bucket of permits for each caller. Those who rest long enough for theirs to be full are forgotten, and there is an
/// upper bound on how many are remembered.
final class Buckets {

    private static final int MOST_CALLERS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /// @param perSecond permits that a bucket gains per second
    /// @param burst     permits that it holds
    Buckets(int perSecond, int burst) {
        var full = Duration.ofSeconds(Math.max(1, burst / Math.max(1, perSecond) + 1));
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(full)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /// Takes a permit.
    ///
    /// @return how long to wait for the next one; zero: it was there
    Duration take(String caller) {
        var taken = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
    }
}
