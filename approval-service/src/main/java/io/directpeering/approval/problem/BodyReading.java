package io.directpeering.approval.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// Says of a body that cannot be read which field is wrong and how to mend it, in the words of JSON and not of Java.
@Provider
public class BodyReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            return body.proceed();
        } catch (JsonProcessingException unreadable) {
            throw problem(unreadable);
        } catch (WebApplicationException refused) {
            if (refused.getCause() instanceof JsonProcessingException unreadable) {
                throw problem(unreadable);
            }
            throw refused;
        }
    }

    private static HttpProblem problem(JsonProcessingException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                field(
                        unknown,
                        "is not known here; known are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> field(mismatch, "must be " + expected(mismatch.getTargetType()));
            case MismatchedInputException _ ->
                Problems.badRequest("The body must be one JSON object and nothing behind it.", List.of());
            default ->
                Problems.badRequest(
                        "The body cannot be read as JSON: " + unreadable.getOriginalMessage() + position(unreadable),
                        List.of());
        };
    }

    private static HttpProblem field(JsonMappingException wrong, String message) {
        var path = wrong.getPath().stream()
                .map(step -> Objects.requireNonNullElse(step.getFieldName(), String.valueOf(step.getIndex())))
                .collect(Collectors.joining("."));
        return Problems.badRequest(
                "The field '" + path + "' " + message + ".", List.of(new Problems.Violation(path, "body", message)));
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        return Map.class.isAssignableFrom(type) ? "an object of texts" : "of another type";
    }

    private static String position(JsonProcessingException unreadable) {
        var where = unreadable.getLocation();
        return where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
    }
}
