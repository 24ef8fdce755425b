package io.directpeering.notification.intake;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;
import org.jboss.logging.Logger;

/// The database or the registry does not answer: no fault of the record in hand, so it is tried until they do.
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;

    private Outage() {}

    /// Does the work, again and again while an outage hinders it.
    ///
    /// @throws InterruptedException the service stops; the work is not done
    static void outlast(Runnable work) throws InterruptedException {
        for (var pause = FIRST_PAUSE; true; pause = longer(pause)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!causes(e)) {
                    throw e;
                }
                LOG.warnf("A transition waits for an outage to end: cause=%s pause=%s", e, pause);
            }
            Thread.sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /// Whether an outage is behind this failure.
    static boolean causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> switch (cause) {
                    // Avro reports bytes that make no sense as an I/O failure too, so it is network failures only.
                    case SocketException _, UnknownHostException _, ClosedChannelException _ -> true;
                    case HttpTimeoutException _, TimeoutException _, VertxException _ -> true;
                    case SQLException refused -> !isAboutTheData(refused);
                    case ApiException answer ->
                        answer.getResponseStatusCode() >= 500 || answer.getResponseStatusCode() == TOO_MANY_REQUESTS;
                    default -> false;
                });
    }

    /// Classes 22 (data exception) and 23 (integrity constraint violation) of the SQL states.
    private static boolean isAboutTheData(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
