package io.directpeering.provisioning.router.simulated;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import io.directpeering.provisioning.router.Policy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/// The simulated routers' memory. Every call is a write of its own, as on a router: no transaction spans two, but for
/// the step that ends a change, with which it is noted that there was one.
@ApplicationScoped
class Hardware {

    private static final String SESSION = """
            SELECT connection_id, family, router, peer_address, expected_asn, max_prefix, spec_hash, filter_hash,
                   accepts, policy, state, next_at, remote_asn, flaps, established_at, last_error
            FROM simulated.session WHERE %s = ? ORDER BY connection_id, family""";

    /// A change that a router went through.
    record Change(String what, String specHash, Instant at) {}

    private final DataSource database;
    private final ObjectMapper json;
    private final Consumer<Runnable> whole;

    @Inject
    Hardware(DataSource database, ObjectMapper json) {
        this(database, json, work -> QuarkusTransaction.requiringNew().run(work));
    }

    /// @param whole does what it is given in one transaction
    Hardware(DataSource database, ObjectMapper json, Consumer<Runnable> whole) {
        this.database = database;
        this.json = json;
        this.whole = whole;
    }

    List<SessionRow> sessionsOf(UUID connectionId) {
        return query(SESSION.formatted("connection_id"), this::session, connectionId);
    }

    List<SessionRow> sessionsOn(String router) {
        return query(SESSION.formatted("router"), this::session, router);
    }

    void put(SessionRow row) {
        update(
                """
                INSERT INTO simulated.session (connection_id, family, router, peer_address, expected_asn, max_prefix,
                    spec_hash, filter_hash, accepts, policy, state, next_at, remote_asn, flaps, established_at,
                    last_error)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (connection_id, family) DO UPDATE SET router = excluded.router,
                    peer_address = excluded.peer_address, expected_asn = excluded.expected_asn,
                    max_prefix = excluded.max_prefix, spec_hash = excluded.spec_hash,
                    filter_hash = excluded.filter_hash, accepts = excluded.accepts, policy = excluded.policy,
                    state = excluded.state, next_at = excluded.next_at, remote_asn = excluded.remote_asn,
                    flaps = excluded.flaps, established_at = excluded.established_at,
                    last_error = excluded.last_error""",
                row.connectionId(),
                row.family().name(),
                row.router(),
                row.peerAddress(),
                row.expectedAsn(),
                row.maxPrefix(),
                row.specHash(),
                row.filterHash(),
                written(row.accepts()),
                row.policy().name(),
                row.fsm().state().name(),
                row.fsm().nextAt(),
                row.fsm().remoteAsn(),
                row.fsm().flaps(),
                row.fsm().establishedAt(),
                row.fsm().lastError());
    }

    /// Moves a session's machine on, unless somebody has in the meantime.
    void advance(SessionRow from, Fsm to) {
        update(
                """
                UPDATE simulated.session
                SET state = ?, next_at = ?, remote_asn = ?, flaps = ?, established_at = ?, last_error = ?
                WHERE connection_id = ? AND family = ? AND spec_hash = ? AND next_at IS NOT DISTINCT FROM ?""",
                to.state().name(),
                to.nextAt(),
                to.remoteAsn(),
                to.flaps(),
                to.establishedAt(),
                to.lastError(),
                from.connectionId(),
                from.family().name(),
                from.specHash(),
                from.fsm().nextAt());
    }

    /// Exchanges a session's import filter.
    void setFilter(UUID connectionId, Family family, ImportFilter accepts, String filterHash) {
        update("""
                UPDATE simulated.session SET accepts = CAST(? AS jsonb), filter_hash = ?
                WHERE connection_id = ? AND family = ?""", written(accepts), filterHash, connectionId, family.name());
    }

    void setPolicy(UUID connectionId, Policy policy) {
        update("UPDATE simulated.session SET policy = ? WHERE connection_id = ?", policy.name(), connectionId);
    }

    void delete(UUID connectionId, Family family) {
        update("DELETE FROM simulated.session WHERE connection_id = ? AND family = ?", connectionId, family.name());
    }

    void delete(UUID connectionId) {
        update("DELETE FROM simulated.session WHERE connection_id = ?", connectionId);
    }

    /// Takes the last step of a change and notes the change; both or neither, whenever the service is killed.
    void end(Runnable step, String router, UUID connectionId, String what, String specHash, Instant at) {
        whole.accept(() -> {
            step.run();
            update("""
                    INSERT INTO simulated.change (router, connection_id, what, spec_hash, changed_at)
                    VALUES (?, ?, ?, ?, ?)""", router, connectionId, what, specHash, at);
        });
    }

    List<Change> changes(UUID connectionId) {
        return query(
                "SELECT what, spec_hash, changed_at FROM simulated.change WHERE connection_id = ? ORDER BY id",
                row -> new Change(
                        row.getString("what"),
                        row.getString("spec_hash"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                connectionId);
    }

    Faults faults(UUID connectionId) {
        return query(
                        "SELECT faults FROM simulated.faults WHERE connection_id = ?",
                        row -> faults(row.getString("faults")),
                        connectionId)
                .stream()
                .findFirst()
                .orElse(Faults.NONE);
    }

    /// Of the connections that have a session on the router.
    Map<UUID, Faults> faultsOn(String router) {
        var told = new HashMap<UUID, Faults>();
        query(
                        """
                        SELECT connection_id, faults FROM simulated.faults
                        WHERE connection_id IN (SELECT connection_id FROM simulated.session WHERE router = ?)""",
                        row -> Map.entry(row.getObject("connection_id", UUID.class), faults(row.getString("faults"))),
                        router)
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    void setFaults(UUID connectionId, Faults faults) {
        try {
            update("""
                    INSERT INTO simulated.faults (connection_id, faults) VALUES (?, CAST(? AS jsonb))
                    ON CONFLICT (connection_id) DO UPDATE SET faults = excluded.faults""", connectionId, json.writeValueAsString(faults));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Faults are JSON", e);
        }
    }

    private Faults faults(String text) {
        try {
            return json.readValue(text, Faults.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored faults are no JSON of ours: " + text, e);
        }
    }

    /// Null: anything.
    private @Nullable String written(ImportFilter accepts) {
        try {
            return switch (accepts) {
                case ImportFilter.Anything() -> null;
                case ImportFilter.Listed(var ranges) -> json.writeValueAsString(ranges);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of prefixes is JSON", e);
        }
    }

    private ImportFilter accepts(@Nullable String text) {
        try {
            return text == null
                    ? new ImportFilter.Anything()
                    : new ImportFilter.Listed(List.of(json.readValue(text, PrefixRange[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored list of prefixes is none of ours", e);
        }
    }

    private SessionRow session(ResultSet row) throws SQLException {
        var fsm = new Fsm(
                BgpState.valueOf(row.getString("state")),
                instant(row, "next_at"),
                row.getObject("remote_asn", Long.class),
                row.getInt("flaps"),
                instant(row, "established_at"),
                row.getString("last_error"));
        return new SessionRow(
                row.getObject("connection_id", UUID.class),
                Family.valueOf(row.getString("family")),
                row.getString("router"),
                row.getString("peer_address"),
                row.getLong("expected_asn"),
                row.getInt("max_prefix"),
                row.getString("spec_hash"),
                row.getString("filter_hash"),
                accepts(row.getString("accepts")),
                Policy.valueOf(row.getString("policy")),
                fsm);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object parameter) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameter);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("The simulated routers' memory cannot be read", e);
        }
    }

    private void update(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The simulated routers' memory cannot be written", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            var parameter = parameters[i];
            statement.setObject(i + 1, parameter instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameter);
        }
        return statement;
    }
}
