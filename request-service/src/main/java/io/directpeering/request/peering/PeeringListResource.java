package io.directpeering.request.peering;

import java.time.Duration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.directpeering.events.PeeringState;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Listing;
import io.directpeering.request.query.Peerings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings`: those that pass a filter.
@Path("/peerings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
class PeeringListResource {

    private static final int MAX_LOCATION_CHARACTERS = 100;
    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);

    private final Peerings peerings;

    PeeringListResource(Peerings peerings) {
        this.peerings = peerings;
    }

    @GET
    @Operation(summary = "List peerings by peer, state and location")
    public PeeringView.Items list(
            @QueryParam("peerAsn") @Nullable String peerAsn,
            @QueryParam("state") @Nullable String state,
            @QueryParam("peeringLocation") @Nullable String peeringLocation) {
        var violations = new Violations();
        var asn = peerAsn == null ? null : asn(violations, peerAsn);
        var wanted = state == null ? null : STATES.required(violations, "state", state);
        var location = PlainText.optional(violations, "peeringLocation", peeringLocation, MAX_LOCATION_CHARACTERS);
        violations.refuseIfAny();
        return switch (peerings.list(new Filter(asn, wanted, location))) {
            case Listing.Listed(var listed) ->
                new PeeringView.Items(listed.stream().map(PeeringView::of).toList());
            case Listing.NotReady(var why) -> throw new NotNow(Duration.ofSeconds(1), why);
        };
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }
}
