package io.directpeering.request.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.index.Reading;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks again and again how far this instance's copies of partitions that others hold have come.
///
/// Whoever is killed in the middle of a transaction leaves records in the log that no copy reads before the broker
/// gives the transaction up: from then on nobody can see that a copy has all that was committed. So it is looked
/// while all is well, and what was seen last holds. A copy of a partition that such a kill has left, and to which
/// nothing came since, counts up to the kill.
@Singleton
public class CopiedUpTo {

    private static final Logger LOG = Logger.getLogger(CopiedUpTo.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// A copy counts up to its latest record, a log up to its end; between them stands the mark of the transaction.
    private static final long MARK = 1;

    private final JudgeRuntime judge;
    private final JudgeSettings settings;
    private final Holdings holdings;
    private final ConcurrentMap<Integer, Copy> copies = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param position in the changelog, up to which it was read at the latest look
    private record Copy(Reading reading, long position) {}

    public CopiedUpTo(JudgeRuntime judge, JudgeSettings settings, Holdings holdings) {
        this.judge = judge;
        this.settings = settings;
        this.holdings = holdings;
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stop();
    }

    /// Begins to look, if there are to be copies.
    public void start() {
        if (settings.standbyReplicas() > 0) {
            Thread.ofVirtual().name("copied-up-to").start(this::run);
        }
    }

    public void stop() {
        closing.countDown();
    }

    /// The outcome of every fact that was in the log at this moment is in the copy; empty: there is none, or it is not
    /// known yet.
    Optional<Instant> of(int partition) {
        return Optional.ofNullable(copies.get(partition))
                .map(copy -> copy.reading().readUpTo());
    }

    private void run() {
        try {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                judge.streams().ifPresent(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(KafkaStreams streams) {
        try {
            // Before the changelogs are looked at: what has been judged by then is in what is seen of them.
            var judged = holdings.judgedUpTo();
            var lags = streams.allLocalStorePartitionLags().getOrDefault(Stores.PEERINGS, Map.of());
            copies.keySet().retainAll(lags.keySet());
            lags.forEach((partition, lag) -> {
                var at = judged.get(partition);
                if (at != null) {
                    copies.compute(partition, (_, copy) -> looked(copy, at, lag));
                }
            });
        } catch (RuntimeException e) {
            // Whatever it is, such as a rebalance or a broker that does not answer: what was seen before grows older,
            // and says so, and the next look is in half a second.
            LOG.debugf(e, "It cannot be seen how far copies are");
        }
    }

    private static Copy looked(@Nullable Copy before, Instant at, LagInfo lag) {
        var position = lag.currentOffsetPosition();
        // One that goes back has been begun anew.
        var reading = before == null || position < before.position() ? new Reading() : before.reading();
        reading.measured(at, lag.endOffsetPosition(), position + MARK);
        return new Copy(reading, position);
    }
}
