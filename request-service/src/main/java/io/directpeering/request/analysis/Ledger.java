package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;

import io.directpeering.events.EventMetadata;
import org.apache.avro.specific.SpecificRecord;

/// What one write brings into the tables out of one topic: records are taken in their order, then all rows are written.
///
/// @param <T> the records of the topic
interface Ledger<T extends SpecificRecord> {

    void take(T told);

    /// Writes the rows in the transaction that is open.
    void write(Connection connection) throws SQLException;

    /// Who is meant by a record, and who said it.
    EventMetadata metadata(T told);
}
