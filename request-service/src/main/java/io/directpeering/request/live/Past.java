package io.directpeering.request.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.http.problem.NotNow;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Reads the log for streams that are behind: a piece each, then it is another one's turn. A few consumers serve them
/// all, and none is held while a client takes its piece.
@ApplicationScoped
class Past {

    /// Something that stands in the log, and how far it is read with that.
    record Found(Told told, String id) {}

    private static final int PIECE = 64;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);
    private static final int TURN_WITHIN_SECONDS = 10;

    private final LogReader log;
    private final Teller teller;
    private final Semaphore turns;
    private final ConcurrentLinkedQueue<KafkaConsumer<byte[], byte[]>> idle = new ConcurrentLinkedQueue<>();

    Past(LogReader log, Teller teller, LiveSettings settings) {
        this.log = log;
        this.teller = teller;
        this.turns = new Semaphore(settings.readers(), true);
    }

    /// Reads on from a position, and advances it: over a hundred records or so that are wanted, or for a second, or
    /// until that is enough.
    List<Found> read(Position position, Predicate<Told> wanted, Predicate<Position> enough)
            throws InterruptedException {
        turns.acquire();
        try {
            return with(consumer -> read(consumer, position, wanted, enough));
        } finally {
            turns.release();
        }
    }

    /// Whether a position lies behind the end of the log.
    ///
    /// @throws NotNow the log cannot be read at the moment
    boolean isBeyondTheEnd(Position position) {
        var slots = position.slots();
        return asked(consumer -> {
            consumer.assign(slots.partitions());
            return consumer.endOffsets(slots.partitions()).entrySet().stream()
                    .anyMatch(end -> position.next(slots.placeOf(end.getKey())) > end.getValue());
        });
    }

    /// Before the first record that came at this moment or later.
    ///
    /// @throws NotNow the log cannot be read at the moment
    Position since(Instant moment, Slots slots) {
        return asked(consumer -> {
            consumer.assign(slots.partitions());
            var first = consumer.offsetsForTimes(slots.partitions().stream()
                    .collect(Collectors.toMap(partition -> partition, _ -> moment.toEpochMilli())));
            var ends = consumer.endOffsets(slots.partitions());
            return Position.of(slots, partition -> {
                var found = first.get(partition);
                return found == null ? ends.getOrDefault(partition, 0L) : found.offset();
            });
        });
    }

    private <T> T asked(Function<KafkaConsumer<byte[], byte[]>, T> question) {
        try {
            if (turns.tryAcquire(TURN_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return with(question);
                } finally {
                    turns.release();
                }
            }
        } catch (KafkaException e) {
            throw new NotNow(LONGEST_TURN, "The log cannot be read at the moment. Ask again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new NotNow(LONGEST_TURN, "Too many streams read the log at the moment. Ask again.");
    }

    private <T> T with(Function<KafkaConsumer<byte[], byte[]>, T> use) {
        var taken = idle.poll();
        var consumer = taken == null ? log.open(PIECE) : taken;
        try {
            var answer = use.apply(consumer);
            idle.add(consumer);
            return answer;
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    private List<Found> read(
            KafkaConsumer<byte[], byte[]> consumer,
            Position position,
            Predicate<Told> wanted,
            Predicate<Position> enough) {
        var slots = position.slots();
        consumer.assign(slots.partitions());
        slots.partitions().forEach(it -> consumer.seek(it, position.next(slots.placeOf(it))));
        var found = new ArrayList<Found>();
        var end = System.nanoTime() + LONGEST_TURN.toNanos();
        do {
            for (var record : consumer.poll(POLL)) {
                var slot = slots.placeOf(new TopicPartition(record.topic(), record.partition()));
                var told = teller.tell(slot, record);
                position.advance(slot, record.offset() + 1);
                told.filter(wanted).ifPresent(it -> found.add(new Found(it, position.text())));
            }
            slots.partitions().forEach(it -> position.advance(slots.placeOf(it), consumer.position(it)));
        } while (found.size() < PIECE && !enough.test(position) && System.nanoTime() < end);
        return found;
    }

    @PreDestroy
    void close() {
        idle.forEach(KafkaConsumer::close);
    }
}
