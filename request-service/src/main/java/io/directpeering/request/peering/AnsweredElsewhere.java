package io.directpeering.request.peering;

import jakarta.ws.rs.core.Response;

/// Another instance has answered this request, see [Hop].
@SuppressWarnings("serial") // Never leaves the process.
final class AnsweredElsewhere extends RuntimeException {

    private final transient Response answer;

    AnsweredElsewhere(Response answer) {
        super("Another instance has answered", null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
