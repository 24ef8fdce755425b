package io.directpeering.approval.intake;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// The topics that the service listens to. Records arrive as bytes: what cannot be read goes to the dead letter
/// as it came, and what comes too early is parked as it came.
@ApplicationScoped
class OutcomeChannels {

    private static final Logger LOG = Logger.getLogger(OutcomeChannels.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

    private final WireReader wire;
    private final TransitionIntake intake;
    private volatile boolean stopping;

    OutcomeChannels(WireReader wire, TransitionIntake intake) {
        this.wire = wire;
        this.intake = intake;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    @Incoming("peering-transitions")
    Uni<Void> transition(ConsumerRecord<byte[], byte[]> arrived) {
        return inOrder(
                arrived, () -> intake.take(wire.read(arrived.value(), PeeringTransitioned.class), arrived.value()));
    }

    @Incoming("peering-refusals")
    Uni<Void> refusal(ConsumerRecord<byte[], byte[]> arrived) {
        return inOrder(arrived, () -> intake.take(wire.read(arrived.value(), FactRefused.class)));
    }

    /// The next record of the channel is not begun before this one is done: taken in, or failed for good.
    private Uni<Void> inOrder(ConsumerRecord<?, ?> arrived, Runnable work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(work)
                .onFailure(this::passes)
                .invoke(outage -> log(outage, "Outage while a record is taken in; trying again", arrived))
                .onFailure(this::passes)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onFailure()
                .invoke(fault -> log(fault, "Record cannot be taken in; it goes to the dead letter", arrived));
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
