package io.directpeering.request.peering;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Gives what another instance answered as the answer.
class HopAnswers {

    @ServerExceptionMapper
    Response answered(AnsweredElsewhere elsewhere) {
        return elsewhere.answer();
    }
}
