package io.directpeering.request.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.http.problem.NotNow;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the end of the log for all streams of this instance; there is a consumer while there are streams.
@ApplicationScoped
class Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int STARTS_WITHIN_SECONDS = 6;
    private static final int AT_ONCE = 500;

    private final LogReader log;
    private final Teller teller;
    private final LiveSettings settings;

    private @Nullable Reading reading;
    private int streams;

    Tail(LogReader log, Teller teller, LiveSettings settings) {
        this.log = log;
        this.teller = teller;
        this.settings = settings;
    }

    /// One stream more. Whoever calls this calls [#leave] once, too, unless it throws.
    ///
    /// @throws NotNow the log cannot be read at the moment
    Recent join() {
        try {
            return joined().recent.get(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            leave();
            throw new NotNow(RETRY, "The log cannot be read at the moment. Ask again.");
        } catch (InterruptedException e) {
            leave();
            Thread.currentThread().interrupt();
            throw new NotNow(RETRY, "The service stops. Ask again.");
        }
    }

    private synchronized Reading joined() {
        streams++;
        // One that failed at its start is of no use to the next stream.
        if (reading == null || reading.recent.isCompletedExceptionally()) {
            reading = new Reading().start();
        }
        return reading;
    }

    /// One stream less.
    synchronized void leave() {
        if (--streams == 0 && reading != null) {
            reading.over = true;
            reading = null;
        }
    }

    private final class Reading {

        private final CompletableFuture<Recent> recent = new CompletableFuture<>();
        private volatile boolean over;

        private Reading start() {
            Thread.ofVirtual().name("live-tail").start(this::run);
            return this;
        }

        private void run() {
            try (var consumer = log.open(AT_ONCE)) {
                var slots = Slots.of(consumer);
                consumer.assign(slots.partitions());
                consumer.seekToEnd(slots.partitions());
                var position = Position.of(slots, consumer::position);
                var ring = new Recent(settings.kept(), position);
                recent.complete(ring);
                while (!over) {
                    follow(consumer, ring, position);
                }
            } catch (KafkaException e) {
                recent.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void follow(KafkaConsumer<byte[], byte[]> consumer, Recent ring, Position position)
                throws InterruptedException {
            var slots = position.slots();
            try {
                var told = new ArrayList<Told>();
                for (var record : consumer.poll(POLL)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    teller.tell(slots.placeOf(partition), record).ifPresent(told::add);
                }
                slots.partitions().forEach(it -> position.advance(slots.placeOf(it), consumer.position(it)));
                ring.add(told, position);
            } catch (RuntimeException e) {
                LOG.warn("The end of the log cannot be read; trying again", e);
                slots.partitions().forEach(it -> consumer.seek(it, position.next(slots.placeOf(it))));
                Thread.sleep(RETRY);
            }
        }
    }
}
