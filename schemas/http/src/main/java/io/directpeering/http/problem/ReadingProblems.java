package io.directpeering.http.problem;

import java.util.Comparator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What a request meets before any rule of ours: a body that cannot be read, a method or a media type that is not
/// there. Ahead of the libraries' own mappers, which know no field names or keep the reason to themselves.
class ReadingProblems {

    private static final int AHEAD_OF_LIBRARIES = 1;

    @ServerExceptionMapper(
            value = {
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = AHEAD_OF_LIBRARIES)
    Response unreadable(JsonProcessingException cause) {
        return UnreadableBody.problem(cause).toResponse();
    }

    @ServerExceptionMapper
    Response notNow(NotNow cause) {
        return cause.toResponse();
    }

    @ServerExceptionMapper(priority = AHEAD_OF_LIBRARIES)
    Response other(WebApplicationException cause) {
        if (cause.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        var answer = cause.getResponse();
        var status = answer.getStatusInfo();
        var problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(way(status.getStatusCode()));
        var allow = answer.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow))
                .build()
                .toResponse();
    }

    @ServerExceptionMapper(priority = AHEAD_OF_LIBRARIES)
    Response invalid(ConstraintViolationException cause) {
        return Problems.invalid(cause.getConstraintViolations().stream()
                        .map(violation -> new Violation(field(violation), violation.getMessage()))
                        .sorted(Comparator.comparing(Violation::field))
                        .toList())
                .toResponse();
    }

    /// Where it stands in what was sent: behind the names of our method and, for a body, of its parameter.
    private static String field(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().split("\\.", 3);
        return path[path.length - 1];
    }

    private static String way(int status) {
        return switch (Status.fromStatusCode(status)) {
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be JSON, sent with Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "Answers are JSON: send Accept: application/json.";
            case METHOD_NOT_ALLOWED -> "This resource does not know the method; /q/openapi lists what there is.";
            case REQUEST_ENTITY_TOO_LARGE -> "The body is too large; a few hundred kilobytes are taken.";
            case null, default -> "The request cannot be answered; /q/openapi describes what can be asked.";
        };
    }
}
