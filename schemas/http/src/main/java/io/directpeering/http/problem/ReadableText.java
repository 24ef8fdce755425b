package io.directpeering.http.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// For bean validation: text that people read, of one line or many: up to 2000 characters, something in it besides
/// blanks, and nothing that hides or reorders what is read. Null is valid.
@Size(max = 2000, message = "is longer than 2000 characters; shorten it")
@Pattern(
        regexp = ReadableText.SOMETHING,
        flags = Pattern.Flag.DOTALL,
        message = "is blank; say something, or leave it out where it is optional")
@Pattern(
        regexp = ReadableText.READABLE,
        message = "has control characters or such that change the direction of writing; leave them out")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface ReadableText {

    String SOMETHING = "\\s*+\\S.*+";

    /// Line feeds and tabs are welcome; lone surrogates, which no text encoding can hold, are not.
    String READABLE = "[[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]\\n\\r\\t]*+";

    String message() default "is not plain text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
