package io.directpeering.request.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.schemas.Topics;
import io.directpeering.traces.Sending;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Sends revisions of registrations: right after the commit, then whatever waits behind it, and every second, while
/// there is
/// something, what a process left behind or the broker did not take. One revision of an ASN is on its way at a time, so
/// the log has
/// them in order; a repeat after a crash has the same event id.
@ApplicationScoped
class RegistrationDispatcher {

    private final RegistrationTable table;
    private final Producer<String, SpecificRecord> producer;
    private final Pace pace = new Pace();

    RegistrationDispatcher(RegistrationTable table, Producer<String, SpecificRecord> producer) {
        this.table = table;
        this.producer = producer;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegistrationOutbox.Stored stored) {
        pace.wake();
        send(stored);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        pace.call(this::sweep);
    }

    private boolean sweep() {
        table.lease().forEach(this::send);
        return table.measure() > 0;
    }

    private void send(RegistrationOutbox.Stored stored) {
        var revision = stored.revision();
        var key = Long.toString(revision.getMetadata().getPeerAsn());
        var sent = new ProducerRecord<String, SpecificRecord>(Topics.PEER_ASN_REGISTRATIONS.name(), key, revision);
        var sending = Sending.begin(sent.topic(), key, stored.traceparent()).on(sent.headers());
        try {
            producer.send(sent, (_, failure) -> {
                sending.ended(failure);
                answered(revision, failure);
            });
        } catch (RuntimeException e) {
            // The broker's or the registry's client; what they throw has no common type.
            sending.ended(e);
            answered(revision, e);
        }
    }

    private void answered(PeerAsnRegistered revision, @Nullable Exception failure) {
        if (failure == null) {
            // The producer's thread sends for everybody: it does not wait for the database.
            Thread.startVirtualThread(() -> taken(revision));
        } else {
            Log.warnf(
                    "A registration was not taken and will be sent again asn=%d revision=%d cause=%s",
                    revision.getMetadata().getPeerAsn(), revision.getRevision(), failure);
        }
    }

    private void taken(PeerAsnRegistered revision) {
        try {
            table.taken(revision).ifPresent(this::send);
        } catch (RuntimeException e) {
            Log.warnf(
                    e,
                    "A registration that was taken will be sent again asn=%d revision=%d",
                    revision.getMetadata().getPeerAsn(),
                    revision.getRevision());
        }
    }
}
