package io.directpeering.request.peering;

import java.util.regex.Pattern;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.http.condition.EntityTags;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Reads who gives the current command, and under which conditions.
@RequestScoped
class CommandReader {

    private static final Pattern SEQUENCE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Caller caller;
    private final HttpHeaders headers;
    private final KeyReader keys;

    CommandReader(Caller caller, HttpHeaders headers, KeyReader keys) {
        this.caller = caller;
        this.headers = headers;
        this.keys = keys;
    }

    /// @param body what the command says
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 401, or 400: a header is not well-formed
    Command read(@Nullable Object body) {
        return new Command(caller.name(), expected(), keys.read(body));
    }

    /// The sequence that `If-Match` asks for; null: any will do. The judge compares, and nobody else: what was read
    /// here a moment before may have moved on.
    private @Nullable Long expected() {
        var tag = EntityTags.expected(headers.getRequestHeader(HttpHeaders.IF_MATCH));
        if (tag == null) {
            return null;
        }
        if (!SEQUENCE.matcher(tag).matches()) {
            throw EntityTags.notOurs();
        }
        return Long.valueOf(tag);
    }
}
