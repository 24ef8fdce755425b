package io.directpeering.approval.statement;

import java.time.Duration;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.schemas.Topics;
import io.directpeering.traces.Sending;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The way into the log of facts, and into that of what is found of registrations.
///
/// Sends and waits until the broker has it. Must not be called inside a transaction: a fact could be in the log and its
/// row not. A failure is no loss, since the row stands and is stated again; it is logged and that is all.
@ApplicationScoped
class FactLog {

    private static final Logger LOG = Logger.getLogger(FactLog.class);

    private final MutinyEmitter<SpecificRecord> facts;
    private final MutinyEmitter<SpecificRecord> validations;

    FactLog(
            @Channel("peering-events") MutinyEmitter<SpecificRecord> facts,
            @Channel("peer-asn-validations") MutinyEmitter<SpecificRecord> validations) {
        this.facts = facts;
        this.validations = validations;
    }

    void state(Statement statement, Duration timeout) {
        var key = statement.peeringId.toString();
        var sending = Sending.begin(Topics.PEERING_EVENTS.name(), key, statement.traceparent);
        send(facts, sending, statement.eventId, key, Facts.of(statement), timeout);
    }

    /// Says also whether the log has it.
    boolean state(Validation validation, Duration timeout) {
        var key = Long.toString(validation.asn);
        var sending = Sending.begin(Topics.PEER_ASN_VALIDATIONS.name(), key, validation.traceparent);
        return send(validations, sending, validation.eventId, key, Facts.of(validation), timeout);
    }

    private static boolean send(
            MutinyEmitter<SpecificRecord> log,
            Sending sending,
            UUID eventId,
            String key,
            SpecificRecord said,
            Duration timeout) {
        var headers = new RecordHeaders();
        sending.on(headers);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(headers)
                .build();
        @Nullable Exception failed = null;
        try {
            log.sendMessage(Message.of(said).addMetadata(metadata)).await().atMost(timeout);
            return true;
        } catch (TimeoutException late) {
            failed = late;
            LOG.warnf("Fact not acknowledged in time; it will be stated again. event=%s", eventId);
        } catch (RuntimeException failure) {
            failed = failure;
            LOG.warnf(failure, "Fact not sent; it will be stated again. event=%s", eventId);
        } finally {
            sending.ended(failed);
        }
        return false;
    }
}
