package io.directpeering.intake;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.directpeering.traces.Handling;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Takes one record of a channel after the other in. An [Outage] is outlasted; what fails by itself goes to the dead
/// letter as it came, for which the channel hands records over as bytes.
@ApplicationScoped
public class RecordIntake {

    private static final Logger LOG = Logger.getLogger(RecordIntake.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

    private final IntakeMetrics metrics;
    private volatile boolean stopping;

    RecordIntake(IntakeMetrics metrics) {
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    /// Does the work off the event loop. The channel does not begin its next record before this one is done: taken
    /// in, or failed for good.
    public Uni<Void> take(ConsumerRecord<?, ?> arrived, Runnable work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> handle(arrived, work))
                .onFailure(this::passes)
                .invoke(outage -> log(outage, "Outage while a record is taken in; trying again", arrived))
                .onFailure(this::passes)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onFailure()
                .invoke(fault -> {
                    metrics.putAside(arrived.topic());
                    log(fault, "Record cannot be taken in; it goes to the dead letter", arrived);
                });
    }

    private void handle(ConsumerRecord<?, ?> arrived, Runnable work) {
        Handling.ofRecord(arrived.topic(), arrived.partition(), arrived.offset(), key(arrived.key()), arrived.headers())
                .run(work);
        metrics.takenIn(arrived.topic(), arrived.timestamp());
    }

    private static @Nullable String key(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : null;
    }

    /// While the service stops, its parts close one after the other: a record that fails by that is no poison. It
    /// is left unacknowledged, and comes again.
    private boolean passes(Throwable failure) {
        return stopping || Outage.isBehind(failure);
    }

    private static void log(Throwable failure, String what, ConsumerRecord<?, ?> arrived) {
        LOG.warnf(
                failure,
                "%s. topic=%s partition=%d offset=%d",
                what,
                arrived.topic(),
                arrived.partition(),
                arrived.offset());
    }
}
