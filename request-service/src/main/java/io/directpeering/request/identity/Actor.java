package io.directpeering.request.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.directpeering.request.problem.PlainText;
import io.directpeering.request.problem.Problems;

/// The principal behind the current request, as the authenticating proxy in front (oauth2-proxy and others) says it
/// in `X-Forwarded-User`. Becomes `metadata.actor` of the fact that the request states.
@RequestScoped
public class Actor {

    /// The header that names the user.
    public static final String HEADER = "X-Forwarded-User";

    private static final int MAX_CHARACTERS = 200;

    private final HttpHeaders headers;

    Actor(HttpHeaders headers) {
        this.headers = headers;
    }

    /// The principal's name; a 401 problem if nobody is named.
    public String name() {
        var names = headers.getRequestHeader(HEADER);
        if (names == null || names.isEmpty() || names.getFirst().isBlank()) {
            throw Problems.unidentified("Every change needs the header " + HEADER
                    + " with the name of the user, as an authenticating proxy sets it.");
        }
        var name = names.getFirst().strip();
        if (names.size() > 1) {
            throw Problems.unidentified("The header " + HEADER + " is there more than once; exactly one user acts.");
        }
        if (!PlainText.isPlain(name) || name.length() > MAX_CHARACTERS) {
            throw Problems.unidentified("The header " + HEADER + " must be a name of at most " + MAX_CHARACTERS
                    + " characters without control characters.");
        }
        return name;
    }
}
