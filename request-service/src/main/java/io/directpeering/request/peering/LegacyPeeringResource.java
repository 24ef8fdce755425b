package io.directpeering.request.peering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.catalogue.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/legacy-peerings`: links that were set up outside this system, and their adoption as they stand. An adopted link
/// becomes Active with the approval; its live session is not touched.
@Path("/legacy-peerings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legacy peerings")
class LegacyPeeringResource {

    private final Catalogue catalogue;
    private final LegacyLinks links;
    private final LegacyRule rule;
    private final Intake intake;
    private final CommandReader headers;
    private final OwnNetworks networks;

    LegacyPeeringResource(
            Catalogue catalogue,
            LegacyLinks links,
            LegacyRule rule,
            Intake intake,
            CommandReader headers,
            OwnNetworks networks) {
        this.catalogue = catalogue;
        this.links = links;
        this.rule = rule;
        this.intake = intake;
        this.headers = headers;
        this.networks = networks;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listLegacyLinks",
            summary = "List the links of a peer that the operator knows of from before this system",
            description = "Those that a peering has adopted, or asks to, name that peering.")
    @APIResponse(
            responseCode = "200",
            description = "The links",
            content = @Content(schema = @Schema(implementation = LegacyLinkView.Items.class)))
    public LegacyLinkView.Items list(
            @Parameter(description = "AS number of the peer", required = true, example = "3320")
                    @QueryParam("peerAsn")
                    @Nullable
                    String peerAsn,
            @Parameter(description = "Metro, as the catalogue names it; left out: every one", example = "Frankfurt")
                    @QueryParam("peeringLocation")
                    @Nullable
                    String peeringLocation) {
        var violations = new Violations();
        var asn = AsnRule.read(violations, "peerAsn", peerAsn == null ? "" : peerAsn);
        var location = peeringLocation == null
                ? null
                : catalogue.location(peeringLocation).orElse(null);
        violations.check(
                peeringLocation == null || location != null,
                "peeringLocation",
                "must be one of the operator's: " + catalogue.locationNames());
        violations.refuseIfAny();
        networks.demand(asn.orElseThrow());
        return new LegacyLinkView.Items(links.of(asn.orElseThrow(), location));
    }

    @POST
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "convertLegacyPeering",
            summary = "Ask to have links adopted as one peering; the same body again is the same request")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = LegacyBody.class),
                            examples = @ExampleObject(name = "two links", value = LegacyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The peering, PendingApproval",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The peering of an equal request that was made before",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; the decision did not come in time",
            content = @Content(schema = @Schema(implementation = Commands.Pending.class)))
    public Response convert(@Nullable LegacyBody body) {
        var command = headers.read(body);
        var wanted = rule.check(body, networks);
        links.freeEnded(wanted);
        return intake.take(wanted, command, body);
    }
}
