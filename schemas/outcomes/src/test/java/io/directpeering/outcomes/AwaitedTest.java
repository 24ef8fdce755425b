package io.directpeering.outcomes;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/// A command sees what became of its event when it is told, when it is not, and no later than its limit.
@Timeout(30)
class AwaitedTest {

    private static final Duration EVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final UUID event = UUID.randomUUID();
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Optional<String> row = Optional.empty();

    @AfterEach
    void close() {
        others.shutdownNow();
    }

    @Test
    void aWordWakesWhoeverWaits() throws Exception {
        // Given: without a word it would look again in an hour
        var awaited = new Awaited(EVER, EVER);
        var looked = new CompletableFuture<Void>();
        var seen = others.submit(() -> awaited.await(event, EVER, () -> {
            var found = row;
            looked.complete(null);
            return found;
        }));
        looked.get();

        // When
        row = Optional.of("accepted");
        awaited.tell(event);

        // Then
        assertThat(seen.get()).contains("accepted");
    }

    @Test
    void aWordThatComesDuringTheLookIsNotLost() {
        // Given
        var awaited = new Awaited(EVER, EVER);
        var looks = new AtomicInteger();

        // When
        var seen = awaited.await(event, EVER, () -> {
            if (looks.getAndIncrement() == 0) {
                awaited.tell(event);
                return Optional.empty();
            }
            return Optional.of("accepted");
        });

        // Then
        assertThat(seen).contains("accepted");
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatComesInAtAnotherReplicaIsSeenWithoutAWord() throws Exception {
        // Given
        var awaited = new Awaited(SHORT, SHORT);
        var seen = others.submit(() -> awaited.await(event, EVER, () -> row));

        // When
        row = Optional.of("refused");

        // Then
        assertThat(seen.get()).contains("refused");
    }

    @Test
    void theWordOfOneEventWakesNobodyElse() throws Exception {
        // Given
        var awaited = new Awaited(EVER, EVER);
        var looks = new AtomicInteger();
        var seen = others.submit(() -> awaited.await(event, Duration.ofMillis(300), () -> {
            looks.incrementAndGet();
            return Optional.empty();
        }));

        // When
        awaited.tell(UUID.randomUUID());

        // Then: one look at first, and one at its limit
        assertThat(seen.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void nothingUntilTheLimitIsNothing() {
        // Given
        var awaited = new Awaited(SHORT, SHORT);

        // When
        var seen = awaited.await(event, Duration.ofMillis(50), () -> row);

        // Then
        assertThat(seen).isEmpty();
    }
}
