package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/// Ends what analysts ask for too long. Their role's statement_timeout is for questions that run away by mistake: any
/// session can lift it. This limit it cannot. The session is ended rather than the statement, for a block of PL/pgSQL
/// can catch the latter; and an open transaction counts, too, for the server keeps dead rows as long as it lasts.
///
/// It takes the right to see and end the role's sessions, which `analyst.sql` gives the owner of the database.
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Watchdog.class);

    /// At a tenth of the limit, so that a tenth is the most by which it is passed.
    private static final int LOOKS_WITHIN_LIMIT = 10;

    private static final String END = """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE usename = 'analyst' AND datname = current_database()
              AND xact_start < clock_timestamp() - ? * interval '1 millisecond'""";

    /// Nothing is said where nobody can be an analyst.
    private static final String MAY_END = """
            SELECT pg_has_role(current_user, oid, 'USAGE') FROM pg_roles WHERE rolname = 'analyst'""";

    private final AnalysisDatabase database;
    private final Duration limit;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean complained;

    /// @param limit how long a transaction of an analyst may last
    Watchdog(AnalysisDatabase database, Duration limit) {
        this.database = database;
        this.limit = limit;
    }

    void start() {
        Thread.ofVirtual().name("analysis-watchdog").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(limit.toMillis() / LOOKS_WITHIN_LIMIT, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (var connection = database.connect()) {
            var ended = mayEnd(connection) ? end(connection) : 0;
            if (ended > 0) {
                LOG.warnf("Sessions of analysts have been ended, they asked for too long sessions=%d", ended);
            }
        } catch (SQLException e) {
            // Nobody can ask anything of a database that is away; the followers tell of it.
            LOG.debugf("Nobody looks after analysts' sessions at the moment cause=%s", e.getMessage());
        }
    }

    /// Says so once where it may not: sessions of a role that one is no member of can be neither seen nor ended.
    private boolean mayEnd(Connection connection) throws SQLException {
        if (mayEndAnalysts(connection)) {
            return true;
        }
        if (!complained) {
            LOG.warn(
                    "Whatever analysts ask may last for ever: the owner of the tables is no member of the role analyst."
                            + " Run analyst.sql (deploy/analytics/README.md) again, as a superuser.");
            complained = true;
        }
        return false;
    }

    static boolean mayEndAnalysts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MAY_END)) {
            return !rows.next() || rows.getBoolean(1);
        }
    }

    private long end(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(END)) {
            statement.setLong(1, limit.toMillis());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
