package io.directpeering.provisioning.fact;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.schemas.CloudEventHeaders;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Puts facts on the log.
@ApplicationScoped
class FactSender {

    private static final Logger LOG = Logger.getLogger(FactSender.class);

    private final MutinyEmitter<SpecificRecord> log;

    FactSender(@Channel("facts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<SpecificRecord> log) {
        this.log = log;
    }

    /// Does not wait. A fact that does not get through is sent again by [Restatement].
    void send(SpecificRecord fact) {
        var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        var key = OutgoingKafkaRecordMetadata.builder()
                .withKey(metadata.getPeeringId().toString())
                .build();
        log.sendMessage(Message.of(fact).addMetadata(key))
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "A fact was not sent and will be again: fact=%s eventId=%s cause=%s",
                                fact.getSchema().getName(), metadata.getEventId(), failure));
    }
}
