package io.directpeering.provisioning.prefixlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/prefix-lists/{asn}/versions`: what a peer might announce before, and who changed that.
@Path("/prefix-lists/{asn}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
@Tag(name = "Prefix lists")
public class PrefixListHistoryEndpoint {

    private final OwnPrefixLists own;

    PrefixListHistoryEndpoint(OwnPrefixLists own) {
        this.own = own;
    }

    @GET
    @Operation(
            operationId = "listPrefixListVersions",
            summary = "Every change of the list, the latest first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = PrefixListView.Items.class)))
    public Response list(
            @PathParam("asn") String asnInPath,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var asn = own.demand(asnInPath);
        var page = Page.of(limit, after, Page::number);
        var behind = page.after() == null ? Long.MAX_VALUE : page.after();
        return page.answer(
                own.versions(asn, behind, page.lookFor()),
                last -> Long.toString(last.version()),
                PrefixListView.Items::new,
                uri);
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "readPrefixListVersion", summary = "The list as it was with this version")
    @APIResponse(
            responseCode = "200",
            description = "What was listed, or that there was no list",
            content = @Content(schema = @Schema(implementation = PrefixListView.class)))
    public PrefixListView read(@PathParam("asn") String asnInPath, @PathParam("version") String versionInPath) {
        var asn = own.demand(asnInPath);
        return Page.number(versionInPath)
                .flatMap(version -> own.view(asn, version))
                .orElseThrow(() -> Problems.absent("The list of AS" + asn + " has no version " + versionInPath + "."));
    }
}
