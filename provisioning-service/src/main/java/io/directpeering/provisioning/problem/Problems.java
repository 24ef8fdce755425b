package io.directpeering.provisioning.problem;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/// The problems that this service answers with, as RFC 9457 has them. Members beside the standard ones: `errors`
/// (field and message each), `code` where a program may want to tell two conflicts apart.
public final class Problems {

    private Problems() {}

    /// 400: fields of the body, the path or the header are wrong.
    public static HttpProblem invalid(List<Violation> errors) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("The request is not valid")
                .withDetail("Nothing was stored. What to mend stands under errors, field by field.")
                .with("errors", List.copyOf(errors))
                .build();
    }

    /// 400: one field is wrong.
    public static HttpProblem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /// 401: nobody stands behind the request.
    public static HttpProblem unauthorized(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle("Who asks is not known")
                .withDetail(detail)
                .build();
    }

    /// 404: there is no such thing.
    public static HttpProblem notFound(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle("Not found")
                .withDetail(detail)
                .build();
    }

    /// 409: valid by itself, but not beside what is there already.
    ///
    /// @param members further members of the problem, `code` among them
    public static HttpProblem conflict(String detail, Map<String, ?> members) {
        var problem = HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The request conflicts with what is there")
                .withDetail(detail);
        members.forEach(problem::with);
        return problem.build();
    }
}
