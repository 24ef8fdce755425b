package io.directpeering.outcomes;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/// Lets a command wait for what becomes of its event. The outcome comes in here or at another replica, so it is the
/// row that is looked at: as soon as the word comes that it has changed here, and less and less often without.
@ApplicationScoped
public class Awaited {

    private final Duration firstPause;
    private final Duration longestPause;
    private final ConcurrentMap<UUID, CountDownLatch> words = new ConcurrentHashMap<>();

    Awaited() {
        this(Duration.ofMillis(20), Duration.ofMillis(500));
    }

    /// @param firstPause   between two looks without a word; doubles
    /// @param longestPause which it reaches
    Awaited(Duration firstPause, Duration longestPause) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /// Looks until there is something to see; empty: there was not until the limit. Must not be called inside a
    /// transaction, which would see the rows as they were.
    public <T> Optional<T> await(UUID eventId, Duration limit, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + limit.toNanos();
        var pause = firstPause.toNanos();
        try {
            while (true) {
                var word = words.computeIfAbsent(eventId, _ -> new CountDownLatch(1));
                var seen = look.get();
                var left = end - System.nanoTime();
                if (seen.isPresent() || left <= 0) {
                    return seen;
                }
                if (!word.await(Math.min(pause, left), TimeUnit.NANOSECONDS)) {
                    pause = Math.min(2 * pause, longestPause.toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            words.remove(eventId);
        }
    }

    /// Says that what becomes of the event is written, and committed.
    public void tell(UUID eventId) {
        var word = words.remove(eventId);
        if (word != null) {
            word.countDown();
        }
    }

    void taken(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutcomeTaken outcome) {
        tell(outcome.eventId());
    }
}
