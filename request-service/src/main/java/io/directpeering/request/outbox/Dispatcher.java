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
        send(stored.fact());
    }

    void send(SpecificRecord fact) {
        var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        var sent = new ProducerRecord<>(
                Topics.PEERING_EVENTS.name(), metadata.getPeeringId().toString(), fact);
        try {
            producer.send(sent, (_, failure) -> {
                if (failure != null) {
                    failed(metadata, failure);
                }
            });
        } catch (RuntimeException e) {
            // The broker's or the registry's client; what they throw has no common type.
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
