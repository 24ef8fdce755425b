package io.directpeering.http.problem;

import java.time.Duration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/// A request cannot be answered now, and nothing was changed by asking. Expected while the service starts or moves,
/// so it is answered and not logged as an error.
@SuppressWarnings("serial") // Never leaves the process.
public final class NotNow extends RuntimeException {

    private final Duration retryAfter;

    /// @param why what is missing, for people
    public NotNow(Duration retryAfter, String why) {
        super(why, null, false, false);
        this.retryAfter = retryAfter;
    }

    /// 503, with when to ask again.
    public Response toResponse() {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("Not ready")
                .withDetail(getMessage())
                .withHeader(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()))
                .build()
                .toResponse();
    }
}
