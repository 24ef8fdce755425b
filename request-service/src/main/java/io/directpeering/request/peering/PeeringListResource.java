package io.directpeering.request.peering;

import java.util.Comparator;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.peering.ListPart.Row;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Gathered;
import io.directpeering.request.query.PeeringLists;
import io.directpeering.request.query.Share;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings`: those that pass a filter, page by page.
@Path("/peerings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class PeeringListResource {

    private final PeeringLists lists;
    private final Shares shares;
    private final OwnNetworks networks;

    PeeringListResource(PeeringLists lists, Shares shares, OwnNetworks networks) {
        this.lists = lists;
        this.shares = shares;
        this.networks = networks;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "listPeerings",
            summary = "List peerings, the latest request first",
            description = "Where there are more, the header Link names the next page (rel=\"next\"). What is asked of"
                    + " connections is asked of one: connectionState=Validating&overdue=true lists peerings with a"
                    + " connection that is in Validating and overdue. freshness tells up to which moment of the log the"
                    + " page is complete; where not every partition can be told of, the answer is 503 and not a part.")
    @APIResponse(
            responseCode = "200",
            description = "A page of peerings",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = PeeringView.Items.class)))
    public Response list(
            @BeanParam FilterParameters parameters,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var violations = new Violations();
        var filter = parameters.read(violations);
        var page = Page.of(violations, limit, after, text -> Cursor.read(text, filter));
        violations.refuseIfAny();
        var only = networks.only().orElse(null);
        var begin = page.after() == null ? null : page.after().place();
        return shares.answer(
                ListPart.class,
                question -> lists.list(question, filter, only, begin, page.lookFor())
                        .map(it -> new Share<>(it.partitions(), it.freshness(), ListPart.of(it.part()))),
                whole -> page(whole, filter, page, uri));
    }

    private static Response page(Gathered.Whole<ListPart> whole, Filter filter, Page<Cursor> page, UriInfo uri) {
        List<Row> first = whole.parts().stream()
                .flatMap(part -> part.rows().stream())
                .sorted(Comparator.comparing(Row::place))
                .limit(page.lookFor())
                .toList();
        return page.answer(
                first,
                last -> new Cursor(last.place()).text(filter),
                shown -> new ListPart.Page(shown.stream().map(Row::peering).toList(), whole.freshness()),
                uri);
    }
}
