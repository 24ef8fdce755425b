package io.directpeering.approval.problem;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/// Problems of this service's own making.
public final class Problems {

    /// A field and what is wrong with it, as the validation of bodies spells it too.
    ///
    /// @param in body or query
    public record Violation(String field, String in, String message) {}

    private Problems() {}

    public static HttpProblem unauthorized(String detail) {
        return of(Status.UNAUTHORIZED, detail, Map.of());
    }

    public static HttpProblem forbidden(String detail) {
        return of(Status.FORBIDDEN, detail, Map.of());
    }

    public static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND, detail, Map.of());
    }

    public static HttpProblem badRequest(String detail, List<Violation> violations) {
        return of(Status.BAD_REQUEST, detail, Map.of("violations", violations));
    }

    /// 409: the state does not allow it.
    ///
    /// @param members further members of the problem
    public static HttpProblem conflict(String detail, Map<String, ?> members) {
        return of(Status.CONFLICT, detail, members);
    }

    private static HttpProblem of(Status status, String detail, Map<String, ?> members) {
        var problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail);
        members.forEach(problem::with);
        return problem.build();
    }
}
