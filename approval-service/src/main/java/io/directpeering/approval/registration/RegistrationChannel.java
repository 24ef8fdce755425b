package io.directpeering.approval.registration;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.intake.RecordIntake;
import io.directpeering.intake.WireReader;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The log of registrations, as the service listens to it.
@ApplicationScoped
class RegistrationChannel {

    private static final long HIGHEST_ASN = 4_294_967_295L;

    private final WireReader wire;
    private final RecordIntake records;
    private final RegistrationIntake registrations;

    RegistrationChannel(WireReader wire, RecordIntake records, RegistrationIntake registrations) {
        this.wire = wire;
        this.records = records;
        this.registrations = registrations;
    }

    @Incoming("peer-asn-registrations")
    Uni<Void> registered(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(
                arrived,
                () -> registrations.take(sound(arrived.key(), wire.read(arrived.value(), PeerAsnRegistered.class))));
    }

    /// The record, if it can be about a registration at all.
    ///
    /// @throws IllegalArgumentException it cannot, however often it is tried
    private static PeerAsnRegistered sound(byte @Nullable [] key, PeerAsnRegistered registered) {
        long asn = registered.getMetadata().getPeerAsn();
        if (asn < 0 || asn > HIGHEST_ASN) {
            throw new IllegalArgumentException(asn + " is no AS number");
        }
        if (key == null || !new String(key, UTF_8).equals(Long.toString(asn))) {
            throw new IllegalArgumentException("The key is not " + asn + ", the AS number that the record is about");
        }
        if (registered.getRevision() < 1) {
            throw new IllegalArgumentException("Revisions run from 1 on; this is " + registered.getRevision());
        }
        return registered;
    }
}
