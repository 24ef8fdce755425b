package io.directpeering.request.asn;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.ValidationState;
import io.directpeering.intake.RecordIntake;
import io.directpeering.intake.WireReader;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What the operator's side finds of registrations, one after the other.
@ApplicationScoped
class ValidationChannel {

    private final RecordIntake records;
    private final WireReader wire;
    private final Validations validations;

    ValidationChannel(RecordIntake records, WireReader wire, Validations validations) {
        this.records = records;
        this.wire = wire;
        this.validations = validations;
    }

    @Incoming("peer-asn-validations")
    Uni<Void> take(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(arrived, () -> validations.take(read(arrived.key(), arrived.value())));
    }

    /// @throws IllegalArgumentException it is no finding, or none about the ASN that is the key
    private PeerAsnValidated read(byte @Nullable [] key, byte @Nullable [] value) {
        var finding = wire.read(value, PeerAsnValidated.class);
        var asn = Long.toString(finding.getMetadata().getPeerAsn());
        if (key == null || !asn.equals(new String(key, UTF_8))) {
            throw new IllegalArgumentException("The key is not AS number " + asn + ", which the finding is about");
        }
        return switch (finding.getValidationState()) {
            case Approved, Failed -> finding;
            case None, Pending, Unknown ->
                throw new IllegalArgumentException(ValidationState.class.getSimpleName() + " "
                        + finding.getValidationState() + " is no finding: Approved or Failed is");
        };
    }
}
