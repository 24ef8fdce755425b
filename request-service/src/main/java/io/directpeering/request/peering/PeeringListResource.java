package io.directpeering.request.peering;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.directpeering.events.PeeringState;
import io.directpeering.http.identity.Roles;
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
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
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
            headers =
                    @Header(
                            name = "Link",
                            description = "Address of the next page, rel=\"next\"; not there on the last one",
                            schema = @Schema(implementation = String.class)),
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
            @Parameter(
                            description = "Peerings on a page, 1 to 200",
                            schema = @Schema(implementation = Integer.class, defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "Where the page begins, as the Link of the page before says it")
                    @QueryParam("after")
                    @Nullable
                    String after) {
        var violations = new Violations();
        var asn = peerAsn == null ? null : asn(violations, peerAsn);
        var wanted = state == null ? null : STATES.required(violations, "state", state);
        var location = PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS);
        var size = limit(violations, limit);
        var filter = new Filter(asn, wanted, location);
        var begin = after == null ? null : cursor(violations, after, filter);
        violations.refuseIfAny();
        return switch (peerings.list(filter)) {
            case Listing.Listed(var listed) -> page(listed, filter, begin, size);
            case Listing.NotReady(var why) -> throw new NotNow(Duration.ofSeconds(1), why);
        };
    }

    private Response page(List<Known> listed, Filter filter, @Nullable Cursor begin, int size) {
        var rest = listed.stream()
                .filter(each -> networks.include(each.snapshot().getPeer().getAsn()))
                .filter(each -> begin == null || Cursor.ORDER.compare(Cursor.at(each), begin) > 0)
                .sorted(Comparator.comparing(Cursor::at, Cursor.ORDER))
                .limit(size + 1L)
                .toList();
        var page = rest.stream().limit(size).toList();
        var answer = Response.ok(
                new PeeringView.Items(page.stream().map(PeeringView::of).toList()));
        return (rest.size() > size ? answer.header(HttpHeaders.LINK, next(filter, size, page.getLast())) : answer)
                .build();
    }

    /// Relative, so that it is right whatever stands in front.
    private static String next(Filter filter, int size, Known last) {
        var uri = UriBuilder.fromPath("/peerings")
                .queryParam("limit", size)
                .queryParam("after", Cursor.at(last).text(filter));
        if (filter.peerAsn() != null) {
            uri.queryParam("peerAsn", filter.peerAsn());
        }
        if (filter.state() != null) {
            uri.queryParam("state", filter.state());
        }
        if (filter.peeringLocation() != null) {
            uri.queryParam("peeringLocation", "{location}");
        }
        return "<" + uri.build(filter.peeringLocation() == null ? "" : filter.peeringLocation()) + ">; rel=\"next\"";
    }

    private static int limit(Violations violations, @Nullable String text) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        var right = LIMIT.matcher(text).matches() && Integer.parseInt(text) <= MAX_LIMIT;
        return violations.check(right, "limit", "must be 1 to " + MAX_LIMIT) ? Integer.parseInt(text) : USUAL_LIMIT;
    }

    private static @Nullable Cursor cursor(Violations violations, String text, Filter filter) {
        var cursor = Cursor.read(text, filter);
        violations.check(
                cursor.isPresent(),
                "after",
                "is no place in this list. Take it from the Link of the page before, with the same filters,"
                        + " or leave it out to begin anew");
        return cursor.orElse(null);
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }
}
