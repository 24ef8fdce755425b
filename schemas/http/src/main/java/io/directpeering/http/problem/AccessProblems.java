package io.directpeering.http.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What a caller is told that may not. Ahead of the library's own mappers, which do not fit this version of Quarkus
/// (they look for a field of ChallengeData that is no more).
class AccessProblems {

    private static final int AHEAD_OF_LIBRARIES = 1;
    private static final String HOW = "Send Authorization: Bearer <token> with a token of the operator's issuer"
            + " for the audience direct-peering.";

    @ServerExceptionMapper(priority = AHEAD_OF_LIBRARIES)
    Response nobody(UnauthorizedException cause) {
        return challenged("The request names nobody. " + HOW);
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, AuthenticationCompletionException.class},
            priority = AHEAD_OF_LIBRARIES)
    Response unproven(SecurityException cause) {
        return challenged(
                "The token proves nothing: it is expired, of another issuer or audience, or no token. " + HOW);
    }

    @ServerExceptionMapper(priority = AHEAD_OF_LIBRARIES)
    Response notAllowed(ForbiddenException cause) {
        return Problems.forbidden("The roles in the token do not allow this.").toResponse();
    }

    private static Response challenged(String detail) {
        HttpProblem problem = Problems.unidentified(detail);
        return Response.fromResponse(problem.toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
