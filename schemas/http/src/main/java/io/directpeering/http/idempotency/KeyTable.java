package io.directpeering.http.idempotency;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/// Table `idempotency_key`. Every call takes part in the transaction of its caller.
@ApplicationScoped
class KeyTable {

    private static final String LOCK_TIMEOUT = "55P03";

    /// Waits where another transaction has just put the same key there, and takes an old one over.
    private static final String CLAIM = """
            INSERT INTO idempotency_key (principal, key, fingerprint, stored_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (principal, key) DO UPDATE
               SET fingerprint = excluded.fingerprint, stored_at = excluded.stored_at, done = NULL, answer = NULL
             WHERE idempotency_key.stored_at < ?""";

    private final DataSource database;

    KeyTable(DataSource database) {
        this.database = database;
    }

    /// @param done   what the command did, as JSON; null only while the transaction that claims the key is open
    /// @param answer what was answered, as JSON; null: nothing that is kept, or not yet
    record Row(
            String fingerprint,
            @Nullable String done,
            @Nullable String answer) {}

    /// The patience of somebody who waits for a lock is over.
    @SuppressWarnings("serial") // Never leaves the process.
    static final class StillLocked extends RuntimeException {

        StillLocked() {
            super("The key is being claimed by another transaction", null, false, false);
        }
    }

    /// @param forgotten keys from before this moment count no more
    /// @return whether it is the caller's now
    /// @throws StillLocked another transaction that claims it is not over in time
    boolean claim(Keyed keyed, Instant now, Instant forgotten, long patienceMillis) {
        waitForLocks(patienceMillis);
        var claimed = execute(CLAIM, insert -> {
            name(insert, 1, keyed);
            insert.setString(3, keyed.fingerprint());
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(forgotten));
            return insert.executeUpdate() > 0;
        });
        waitForLocks(0);
        return claimed;
    }

    private void waitForLocks(long millis) {
        execute("SELECT set_config('lock_timeout', ?, true)", set -> {
            set.setString(1, Long.toString(millis));
            return set.execute();
        });
    }

    Optional<Row> find(Keyed keyed) {
        return row("SELECT fingerprint, done, answer FROM idempotency_key WHERE principal = ? AND key = ?", keyed);
    }

    /// As [#find]; nobody else changes the row before the transaction is over.
    Optional<Row> hold(Keyed keyed) {
        return row(
                "SELECT fingerprint, done, answer FROM idempotency_key WHERE principal = ? AND key = ? FOR UPDATE",
                keyed);
    }

    private Optional<Row> row(String sql, Keyed keyed) {
        return execute(sql, query -> {
            name(query, 1, keyed);
            try (var found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(new Row(found.getString(1), found.getString(2), found.getString(3)))
                        : Optional.empty();
            }
        });
    }

    void bind(Keyed keyed, String done) {
        set("UPDATE idempotency_key SET done = ? WHERE principal = ? AND key = ?", done, keyed);
    }

    void answer(Keyed keyed, String answer) {
        set("UPDATE idempotency_key SET answer = ? WHERE principal = ? AND key = ?", answer, keyed);
    }

    private void set(String sql, String value, Keyed keyed) {
        execute(sql, update -> {
            update.setString(1, value);
            name(update, 2, keyed);
            return update.executeUpdate();
        });
    }

    void free(Keyed keyed) {
        execute("DELETE FROM idempotency_key WHERE principal = ? AND key = ?", delete -> {
            name(delete, 1, keyed);
            return delete.executeUpdate();
        });
    }

    void forget(Instant before) {
        execute("DELETE FROM idempotency_key WHERE stored_at < ?", delete -> {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
        });
    }

    private static void name(PreparedStatement statement, int at, Keyed keyed) throws SQLException {
        statement.setString(at, keyed.principal());
        statement.setString(at + 1, keyed.key());
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw LOCK_TIMEOUT.equals(e.getSQLState())
                    ? new StillLocked()
                    : new IllegalStateException("Idempotency keys cannot be read or written", e);
        }
    }
}
