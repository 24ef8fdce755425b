package io.directpeering.provisioning.fact;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.traces.Sending;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Puts facts on the log.
@ApplicationScoped
class FactSender {

    private static final Logger LOG = Logger.getLogger(FactSender.class);

    private final MutinyEmitter<SpecificRecord> log;

    FactSender(@Channel("facts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<SpecificRecord> log) {
        this.log = log;
    }

    /// Does not wait. A fact that does not get through is sent again by [Restatement].
    ///
    /// @param traceparent the trace that it belongs to; null: none is followed
    void send(SpecificRecord fact, @Nullable String traceparent) {
        var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        var key = metadata.getPeeringId().toString();
        var headers = new RecordHeaders();
        var sending =
                Sending.begin(Topics.PEERING_EVENTS.name(), key, traceparent).on(headers);
        var addressed = OutgoingKafkaRecordMetadata.builder()
                .withKey(key)
                .withHeaders(headers)
                .build();
        log.sendMessage(Message.of(fact).addMetadata(addressed)).subscribe().with(_ -> sending.ended(null), failure -> {
            sending.ended(failure);
            LOG.warnf(
                    "A fact was not sent and will be again: fact=%s eventId=%s cause=%s",
                    fact.getSchema().getName(), metadata.getEventId(), failure);
        });
    }
}
