package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.SessionDrift;
import io.directpeering.intake.UnreadableRecord;
import io.directpeering.intake.WireReader;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A topic that tables are made of, and how.
///
/// @param <T>    its records
/// @param ledger makes the rows of one write
record Feed<T extends SpecificRecord>(Topic topic, Class<T> type, Supplier<Ledger<T>> ledger) {

    static final Feed<?> TRANSITIONS =
            new Feed<>(Topics.PEERING_TRANSITIONS, PeeringTransitioned.class, TransitionLedger::new);
    static final Feed<?> REFUSALS = new Feed<>(Topics.PEERING_REFUSALS, FactRefused.class, RefusalLedger::new);
    static final Feed<?> SESSIONS = new Feed<>(Topics.BGP_SESSION_STATES, BgpSessionObserved.class, SessionLedger::new);
    static final Feed<?> ALARMS = new Feed<>(Topics.BGP_SESSION_DRIFT, SessionDrift.class, AlarmLedger::new);

    /// Writes the rows of records in the transaction that is open.
    ///
    /// @throws UnreadableRecord         one of them cannot be read
    /// @throws IllegalArgumentException one of them says nothing that there could be a row of
    /// @throws SQLException             the database takes it not, or not now
    void write(WireReader wire, List<ConsumerRecord<byte[], byte[]>> records, Connection connection)
            throws SQLException {
        var rows = ledger.get();
        for (var record : records) {
            var told = wire.read(record.value(), type);
            var peeringId = rows.metadata(told).getPeeringId().toString();
            if (record.key() == null || !peeringId.equals(new String(record.key(), UTF_8))) {
                throw new IllegalArgumentException(
                        "The key is not peering " + peeringId + ", which the record is about");
            }
            rows.take(told);
        }
        rows.write(connection);
    }
}
