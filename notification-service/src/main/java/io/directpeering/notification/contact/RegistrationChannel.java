package io.directpeering.notification.contact;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.intake.RecordIntake;
import io.directpeering.intake.WireReader;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic peer-asn-registrations.
@ApplicationScoped
class RegistrationChannel {

    private final WireReader wire;
    private final RecordIntake records;
    private final AsnContacts contacts;

    RegistrationChannel(WireReader wire, RecordIntake records, AsnContacts contacts) {
        this.wire = wire;
        this.records = records;
        this.contacts = contacts;
    }

    @Incoming("peer-asn-registrations")
    Uni<Void> registered(ConsumerRecord<byte[], byte[]> arrived) {
        return records.take(arrived, () -> contacts.take(wire.read(arrived.value(), PeerAsnRegistered.class)));
    }
}
