package io.directpeering.http.problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// What to tell a client whose body is not the JSON that was asked for.
final class UnreadableBody {

    private static final String WHOLE_BODY = "body";

    private UnreadableBody() {}

    static HttpProblem problem(JsonProcessingException cause) {
        var field = fieldOf(cause);
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> Problems.invalid(field, "is not a field of this request");
            case MismatchedInputException mismatch -> Problems.invalid(field, mismatched(mismatch));
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonProcessingException syntax ->
                Problems.invalid(field, syntax(syntax));
            default -> Problems.invalid(field, syntax(cause));
        };
    }

    private static String mismatched(MismatchedInputException mismatch) {
        var type = mismatch.getTargetType();
        if (type == null) {
            return "is not of the type that this field has";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "must be a whole number, without quotes";
        }
        if (type == String.class) {
            return "must be a text, in quotes";
        }
        if (type == Instant.class) {
            return "must be a moment, in quotes, such as \"2027-01-31T22:00:00Z\"";
        }
        if (type == UUID.class) {
            return "must be a UUID, in quotes";
        }
        return List.class.isAssignableFrom(type) ? "must be a list: [ … ]" : "must be an object: { … }";
    }

    private static String syntax(JsonProcessingException syntax) {
        var place = syntax.getLocation();
        var where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "is not readable as JSON" + where + ": " + firstLine(syntax.getOriginalMessage());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String fieldOf(JsonProcessingException cause) {
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return WHOLE_BODY;
        }
        var field = new StringBuilder();
        for (var step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }
}
