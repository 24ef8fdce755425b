package io.directpeering.request.asn;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What the operator's side finds of registrations, one after the other. An outage is waited out; what nobody can
/// read goes to the dead letter as it came, and the next record is taken in.
@ApplicationScoped
class ValidationChannel {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

    private final ValidationReader reader;
    private final Validations validations;
    private volatile boolean stopping;

    ValidationChannel(ValidationReader reader, Validations validations) {
        this.reader = reader;
        this.validations = validations;
    }

    /// While the service stops, its parts close one after the other: what fails by that comes again.
    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    @Incoming("peer-asn-validations")
    Uni<Void> take(ConsumerRecord<byte[], byte[]> arrived) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> validations.take(reader.read(arrived.key(), arrived.value())))
                .onFailure(this::passes)
                .invoke(outage -> log("A finding cannot be taken in now and is tried again", arrived, outage))
                .onFailure(this::passes)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onFailure()
                .invoke(fault -> log("A finding cannot be taken in and goes to the dead letter", arrived, fault));
    }

    private boolean passes(Throwable failure) {
        return stopping || ValidationReader.passes(failure);
    }

    private static void log(String what, ConsumerRecord<?, ?> arrived, Throwable failure) {
        Log.warnf(
                "%s topic=%s partition=%d offset=%d cause=%s",
                what, arrived.topic(), arrived.partition(), arrived.offset(), failure);
    }
}
