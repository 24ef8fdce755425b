package io.directpeering.outcomes;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.intake.RecordIntake;
import io.directpeering.intake.WireReader;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The judge's outcomes, as the service listens to them.
@ApplicationScoped
class OutcomeChannels {

    private final WireReader wire;
    private final RecordIntake records;
    private final TransitionIntake outcomes;

    OutcomeChannels(WireReader wire, RecordIntake records, TransitionIntake outcomes) {
        this.wire = wire;
        this.records = records;
        this.outcomes = outcomes;
    }

    @Incoming("peering-transitions")
    Uni<Void> transition(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(
                arrived, () -> outcomes.take(wire.read(arrived.value(), PeeringTransitioned.class), arrived.value()));
    }

    @Incoming("peering-refusals")
    Uni<Void> refusal(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(arrived, () -> outcomes.take(wire.read(arrived.value(), FactRefused.class)));
    }
}
