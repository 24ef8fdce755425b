package io.directpeering.approval.intake;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;
import org.jspecify.annotations.Nullable;

/// Tells a failure of the surroundings, which passes, from a failure that the record itself brings about, which
/// would be the same at every try.
final class Outage {

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLException database -> passes(database.getSQLState());
            case ApiException registry ->
                registry.getResponseStatusCode() >= 500 || registry.getResponseStatusCode() == 429;
            case SocketException _,
                    SocketTimeoutException _,
                    UnknownHostException _,
                    ClosedChannelException _,
                    TimeoutException _,
                    VertxException _ -> true;
            default -> false;
        };
    }

    /// Classes of SQLSTATE (SQL standard, PostgreSQL appendix A): the data (22), a constraint (23) and the
    /// statement itself (42) stay wrong; connections, resources, conflicts and shutdowns pass. Null comes from the
    /// connection pool.
    private static boolean passes(@Nullable String state) {
        return state == null || Stream.of("22", "23", "42").noneMatch(state::startsWith);
    }
}
