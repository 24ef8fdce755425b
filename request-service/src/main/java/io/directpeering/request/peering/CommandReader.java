package io.directpeering.request.peering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.http.identity.Caller;
import io.directpeering.request.idempotency.KeyReader;
import org.jspecify.annotations.Nullable;

/// Reads who gives the current command, and under which conditions.
@RequestScoped
class CommandReader {

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
        var principal = caller.name();
        return new Command(
                principal,
                EntityTags.expected(headers.getRequestHeader(HttpHeaders.IF_MATCH)),
                keys.read(principal, body));
    }
}
