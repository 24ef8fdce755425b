package io.directpeering.approval.policyfile;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/// A policy file that cannot be used. The message is one line for whoever wrote the file.
@SuppressWarnings("serial") // Never leaves the process.
public final class UnusablePolicy extends Exception {

    UnusablePolicy(String message) {
        super(message.lines().findFirst().orElse(message));
    }

    /// @param part the part of the file that does not fit
    static UnusablePolicy because(String part, JsonProcessingException misfit) {
        return new UnusablePolicy(
                switch (misfit) {
                    case UnrecognizedPropertyException unknown ->
                        "%s: unknown parameter '%s'; known are %s"
                                .formatted(
                                        part,
                                        path(unknown),
                                        unknown.getKnownPropertyIds().stream()
                                                .map(String::valueOf)
                                                .sorted()
                                                .collect(Collectors.joining(", ")));
                    case JsonMappingException absurd
                    when absurd.getCause() instanceof IllegalArgumentException reason ->
                        part + ": " + reason.getMessage();
                    case InvalidFormatException wrong ->
                        "%s: parameter '%s' cannot be '%s'%s"
                                .formatted(part, path(wrong), wrong.getValue(), choice(wrong.getTargetType()));
                    case MismatchedInputException wrong
                    when wrong.getOriginalMessage().startsWith("Missing") ->
                        "%s: in '%s' a field is missing".formatted(part, path(wrong));
                    case JsonMappingException wrong
                    when !wrong.getPath().isEmpty() ->
                        "%s: parameter '%s' is of another kind".formatted(part, path(wrong));
                    default ->
                        part + " cannot be read" + line(misfit.getLocation()) + ": " + misfit.getOriginalMessage();
                });
    }

    private static String path(JsonMappingException misfit) {
        return misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String choice(Class<?> type) {
        return type.isEnum()
                ? "; it must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "";
    }

    private static String line(JsonLocation where) {
        return where == null ? "" : " at line " + where.getLineNr();
    }
}
