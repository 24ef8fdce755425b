package io.directpeering.approval.registration;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.intake.RecordIntake;
import io.directpeering.intake.WireReader;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The log of registrations, and of what this service found of them, as the service listens to it.
@ApplicationScoped
class RegistrationChannel {

    private static final long HIGHEST_ASN = 4_294_967_295L;

    private final WireReader wire;
    private final RecordIntake records;
    private final RegistrationIntake registrations;
    private final FindingIntake findings;

    RegistrationChannel(
            WireReader wire, RecordIntake records, RegistrationIntake registrations, FindingIntake findings) {
        this.wire = wire;
        this.records = records;
        this.registrations = registrations;
        this.findings = findings;
    }

    @Incoming("peer-asn-registrations")
    Uni<Void> registered(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(arrived, () -> {
            var registered = wire.read(arrived.value(), PeerAsnRegistered.class);
            demandSound(arrived.key(), registered.getMetadata().getPeerAsn(), registered.getRevision());
            registrations.take(registered);
        });
    }

    @Incoming("own-findings")
    Uni<Void> found(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(arrived, () -> {
            var validated = wire.read(arrived.value(), PeerAsnValidated.class);
            demandSound(arrived.key(), validated.getMetadata().getPeerAsn(), validated.getRevision());
            findings.take(validated);
        });
    }

    /// @throws IllegalArgumentException the record cannot be about a registration, however often it is tried
    private static void demandSound(byte @Nullable [] key, long asn, long revision) {
        if (asn < 0 || asn > HIGHEST_ASN) {
            throw new IllegalArgumentException(asn + " is no AS number");
        }
        if (key == null || !new String(key, UTF_8).equals(Long.toString(asn))) {
            throw new IllegalArgumentException("The key is not " + asn + ", the AS number that the record is about");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("Revisions run from 1 on; this is " + revision);
        }
    }
}
