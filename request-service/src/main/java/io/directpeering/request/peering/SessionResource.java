package io.directpeering.request.peering;

import java.time.Duration;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.condition.EntityTags;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.NotNow;
import io.directpeering.request.query.WatchedSessions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/peerings/{peeringId}/sessions`: how the BGP sessions do.
@Path("/peerings/{peeringId}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class SessionResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final PeeringReader reader;
    private final WatchedSessions sessions;

    SessionResource(PeeringReader reader, WatchedSessions sessions) {
        this.reader = reader;
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "readSessions",
            summary = "The BGP sessions of a peering: what is intended, what was seen, and how the two differ",
            description =
                    "minSequence counts the peering's transitions, not looks at its sessions. The ETag is weak: it"
                            + " changes with every look that shows something new, and not with what only grows older.")
    @APIResponse(
            responseCode = "200",
            description = "Every session of every connection",
            content = @Content(schema = @Schema(implementation = SessionsView.class)))
    public Response read(
            @PathParam("peeringId") UUID peeringId,
            @QueryParam("minSequence") @Nullable String minSequence,
            @Context HttpHeaders http) {
        var known = reader.known(peeringId, MinSequence.of(minSequence));
        var view = sessions.of(known)
                .map(watched -> SessionsView.of(known, watched))
                .orElseThrow(() -> new NotNow(RETRY_AFTER, "The peering is moving between instances. Ask again."));
        var tag = new EntityTag(view.tag(), true);
        return EntityTags.hasAlready(http.getRequestHeader(HttpHeaders.IF_NONE_MATCH), view.tag())
                ? Response.notModified(tag).build()
                : Response.ok(view).tag(tag).build();
    }
}
