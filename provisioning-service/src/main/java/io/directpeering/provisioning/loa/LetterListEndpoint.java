package io.directpeering.provisioning.loa;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Every letter that a connection has had.
@Path("/peerings/{peeringId}/connections/{connectionId}/letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
@Blocking
@Tag(name = "Letters of authorization")
public class LetterListEndpoint {

    private final OwnLetters letters;

    LetterListEndpoint(OwnLetters letters) {
        this.letters = letters;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listLetters",
            summary = "The letters that the connection has had, the latest first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = LetterView.Items.class)))
    public Response list(
            UUID peeringId,
            UUID connectionId,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Page.of(limit, after, Page::number);
        var behind = page.after() == null ? Long.MAX_VALUE : page.after();
        return page.answer(
                letters.list(peeringId, connectionId, behind, page.lookFor()),
                last -> Long.toString(last.place()),
                shown -> new LetterView.Items(
                        shown.stream().map(OwnLetters.Listed::letter).toList()),
                uri);
    }
}
