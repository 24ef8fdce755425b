package io.directpeering.http.problem;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/// The problems that this service answers with, as RFC 9457 has them. Members beside the standard ones: `errors`
/// (field and message each), `code` where a program may want to tell two conflicts apart.
public final class Problems {

    private Problems() {}

    /// 400: fields of the body, the path or the query are wrong.
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
    public static HttpProblem unidentified(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle("Who asks is not known")
                .withDetail(detail)
                .build();
    }

    /// 403: who asks is known, and may not.
    public static HttpProblem forbidden(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.FORBIDDEN)
                .withTitle("Not allowed")
                .withDetail(detail)
                .build();
    }

    /// 404: there is no such thing, or none that this caller may know of.
    public static HttpProblem absent(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle("Not found")
                .withDetail(detail)
                .build();
    }

    /// 409: what is there does not allow it.
    ///
    /// @param members further members of the problem, `code` among them
    public static HttpProblem conflict(String detail, Map<String, ?> members) {
        var problem = HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The state does not allow it")
                .withDetail(detail);
        members.forEach(problem::with);
        return problem.build();
    }

    /// 412: it is not, or not any more, as the request expects it.
    ///
    /// @param members further members of the problem, `code` among them
    public static HttpProblem changed(String detail, Map<String, ?> members) {
        var problem = HttpProblem.builder()
                .withStatus(Status.PRECONDITION_FAILED)
                .withTitle("It is not as the request expects it")
                .withDetail(detail);
        members.forEach(problem::with);
        return problem.build();
    }

    /// 409: valid by itself, but not beside what is there already.
    ///
    /// @param code  what kind of conflict, for programs
    /// @param field field that conflicts
    public static HttpProblem conflict(String code, String field, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The request conflicts with what is there")
                .withDetail(detail)
                .with("code", code)
                .with("errors", List.of(new Violation(field, detail)))
                .build();
    }
}
