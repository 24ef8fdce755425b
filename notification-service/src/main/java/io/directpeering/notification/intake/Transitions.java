package io.directpeering.notification.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeeringTransitioned;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic peering-transitions.
@ApplicationScoped
class Transitions {

    private final TransitionReader reader;
    private final Intake intake;

    Transitions(TransitionReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @Incoming("transitions")
    @Blocking(ordered = true)
    CompletionStage<Void> take(ConsumerRecord<String, byte[]> record) {
        try {
            Outage.outlast(() -> {
                switch (reader.read(record.value())) {
                    case Reading.Transition(PeeringTransitioned transition) -> intake.take(transition, record.value());
                    case Reading.Poison poison -> throw new PoisonException(poison);
                }
            });
            return CompletableFuture.completedFuture(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // Neither done nor failed: it comes again after the start.
            return new CompletableFuture<>();
        }
    }

    /// Sends the record to the dead letter; its message stands there in the headers.
    static final class PoisonException extends RuntimeException {
        PoisonException(Reading.Poison poison) {
            super(poison.why(), poison.cause());
        }
    }
}
