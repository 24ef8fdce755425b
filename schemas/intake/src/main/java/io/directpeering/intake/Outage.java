package io.directpeering.intake;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;
import org.jspecify.annotations.Nullable;

/// Tells a failure of the surroundings, which passes, from a failure that the record itself brings about, which
/// would be the same at every try. When in doubt it passes: a record that waits is seen and lost by nobody, while a
/// mistake of ours must not carry a whole topic to the dead letter.
final class Outage {

    private static final int MOST_FAILURES = 100;

    /// The registry does not let us in, or not now: nothing that a record could help.
    private static final Set<Integer> NO_FAULT_OF_THE_RECORD = Set.of(401, 403, 407, 408, 429);

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return allOf(failure).anyMatch(Outage::passes);
    }

    /// It, what caused it, and what was suppressed on the way: a commit that the database did not live to see names the
    /// lost connection among the suppressed only.
    private static Stream<Throwable> allOf(Throwable failure) {
        var found = new LinkedHashSet<Throwable>();
        var next = new ArrayDeque<Throwable>(List.of(failure));
        while (!next.isEmpty() && found.size() < MOST_FAILURES) {
            var each = next.remove();
            if (found.add(each)) {
                next.addAll(List.of(each.getSuppressed()));
                Optional.ofNullable(each.getCause()).ifPresent(next::add);
            }
        }
        return found.stream();
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLException database -> passes(database.getSQLState());
            case ApiException registry -> passes(registry.getResponseStatusCode());
            // Avro reports bytes that make no sense as an I/O failure too, so it is network failures only.
            case SocketException _,
                    SocketTimeoutException _,
                    UnknownHostException _,
                    ClosedChannelException _,
                    HttpTimeoutException _,
                    TimeoutException _,
                    VertxException _ -> true;
            default -> false;
        };
    }

    private static boolean passes(int status) {
        return status >= 500 || NO_FAULT_OF_THE_RECORD.contains(status);
    }

    /// Classes of SQLSTATE (SQL standard, PostgreSQL appendix A): the data (22) and a constraint (23) stay wrong;
    /// connections, resources, conflicts, shutdowns, and tables that a rollout has yet to make, pass. Null comes
    /// from the connection pool.
    private static boolean passes(@Nullable String state) {
        return state == null || Stream.of("22", "23").noneMatch(state::startsWith);
    }
}
