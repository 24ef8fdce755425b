package io.directpeering.http.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// Reads the key of the current request.
@RequestScoped
public class KeyReader {

    /// The header that names the command.
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_CHARACTERS = 255;

    /// A string as RFC 8941 writes it.
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

    private static final Pattern PLAIN = Pattern.compile("[!#-+\\--\\[\\]-~]+");

    private final Caller caller;
    private final HttpHeaders headers;
    private final HttpServerRequest request;
    private final ObjectMapper json;

    KeyReader(Caller caller, HttpHeaders headers, HttpServerRequest request, ObjectMapper json) {
        this.caller = caller;
        this.headers = headers;
        this.request = request;
        this.json = json;
    }

    /// The current request under its key; null: it has none.
    ///
    /// @param body what was read of it; spelling that makes no difference in JSON makes none here
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 401, or 400: the header is not well-formed
    public @Nullable Keyed read(@Nullable Object body) {
        var key = key(headers.getRequestHeader(HEADER));
        return key == null ? null : new Keyed(caller.name(), key, fingerprint(body));
    }

    static @Nullable String key(@Nullable List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            return null;
        }
        if (lines.size() > 1) {
            throw Problems.invalid(HEADER, "is there more than once; one command has one key");
        }
        var text = lines.getFirst().strip();
        var quoted = QUOTED.matcher(text);
        var key = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text;
        if (key.isEmpty()
                || key.length() > MAX_CHARACTERS
                || !(quoted.matches() || PLAIN.matcher(key).matches())) {
            throw Problems.invalid(
                    HEADER,
                    "must be 1 to " + MAX_CHARACTERS + " printable ASCII characters in double quotes,"
                            + " such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        }
        return key;
    }

    private String fingerprint(@Nullable Object body) {
        try {
            var asked = request.method().name() + " " + request.uri() + "\n" + json.writeValueAsString(body);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON cannot be written as JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
