package io.directpeering.approval.statement;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// The way into the log of facts.
@ApplicationScoped
class FactLog {

    private static final Logger LOG = Logger.getLogger(FactLog.class);

    private final MutinyEmitter<SpecificRecord> log;

    FactLog(@Channel("peering-events") MutinyEmitter<SpecificRecord> log) {
        this.log = log;
    }

    /// Sends the fact and waits until the broker has it. Must not be called inside a transaction: the fact could
    /// be in the log and its row not.
    ///
    /// A failure is no loss, since the row stands and is stated again; it is logged and that is all.
    void state(Statement statement, Duration timeout) {
        var key = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(statement.peeringId.toString())
                .build();
        try {
            log.sendMessage(Message.of(Facts.of(statement)).addMetadata(key))
                    .await()
                    .atMost(timeout);
        } catch (TimeoutException late) {
            LOG.warnf("Fact not acknowledged in time; it will be stated again. event=%s", statement.eventId);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "Fact not sent; it will be stated again. event=%s", statement.eventId);
        }
    }
}
