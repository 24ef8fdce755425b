package io.directpeering.request.outbox;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.directpeering.events.EventMetadata;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.traces.Sending;
import io.quarkus.logging.Log;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends facts whose transaction has committed. Does not retry: what the broker did not take, the sweep sends again.
@ApplicationScoped
class Dispatcher {

    private final Producer<String, SpecificRecord> producer;
    private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

    Dispatcher(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Stored stored) {
        send(stored);
    }

    /// @param stored its transaction has committed
    void send(Outbox.Stored stored) {
        var metadata = CloudEventHeaders.metadataOf(stored.fact()).orElseThrow();
        var sent = new ProducerRecord<>(
                Topics.PEERING_EVENTS.name(), metadata.getPeeringId().toString(), stored.fact());
        var sending =
                Sending.begin(sent.topic(), sent.key(), stored.traceparent()).on(sent.headers());
        try {
            producer.send(sent, (_, failure) -> {
                sending.ended(failure);
                if (failure != null) {
                    failed(metadata, failure);
                }
            });
        } catch (RuntimeException e) {
            // The broker's or the registry's client; what they throw has no common type.
            sending.ended(e);
            failed(metadata, e);
        }
    }

    /// Ids of the facts that were not taken since this was last asked.
    Set<UUID> takeFailed() {
        var taken = new HashSet<>(failed);
        failed.removeAll(taken);
        return taken;
    }

    private void failed(EventMetadata metadata, Exception failure) {
        failed.add(metadata.getEventId());
        Log.warnf(
                "A fact was not taken and will be sent again eventId=%s peeringId=%s cause=%s",
                metadata.getEventId(), metadata.getPeeringId(), failure);
    }
}
