package io.directpeering.request.peering;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.events.PeeringState;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.Listing;
import io.directpeering.request.query.Peerings;
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

    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);

    private final Peerings peerings;
    private final OwnNetworks networks;

    PeeringListResource(Peerings peerings, OwnNetworks networks) {
        this.networks = networks;
        this.peerings = peerings;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "listPeerings",
            summary = "List peerings by peer, state and location, the latest request first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of peerings",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = PeeringView.Items.class)))
    public Response list(
            @Parameter(description = "AS number of the peer", example = "3320") @QueryParam("peerAsn") @Nullable
                    String peerAsn,
            @Parameter(description = "State of the peering", schema = @Schema(implementation = PeeringState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Metro, as the catalogue names it", example = "Frankfurt")
                    @QueryParam("peeringLocation")
                    @Nullable
                    String peeringLocation,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var violations = new Violations();
        var asn = peerAsn == null ? null : asn(violations, peerAsn);
        var wanted = state == null ? null : STATES.required(violations, "state", state);
        var location = PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS);
        var filter = new Filter(asn, wanted, location);
        var page = Page.of(violations, limit, after, text -> Cursor.read(text, filter));
        violations.refuseIfAny();
        return switch (peerings.list(filter)) {
            case Listing.Listed(var listed) -> page(listed, filter, page, uri);
            case Listing.NotReady(var why) -> throw new NotNow(Duration.ofSeconds(1), why);
        };
    }

    private Response page(List<Known> listed, Filter filter, Page<Cursor> page, UriInfo uri) {
        var begin = page.after();
        var rest = listed.stream()
                .filter(each -> networks.include(each.snapshot().getPeer().getAsn()))
                .filter(each -> begin == null || Cursor.ORDER.compare(Cursor.at(each), begin) > 0)
                .sorted(Comparator.comparing(Cursor::at, Cursor.ORDER))
                .limit(page.lookFor())
                .toList();
        return page.answer(
                rest,
                last -> Cursor.at(last).text(filter),
                shown -> new PeeringView.Items(
                        shown.stream().map(PeeringView::of).toList()),
                uri);
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }
}
