package io.directpeering.request.asn;

import java.net.URI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.Registrations.Ending;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/peer-asns`: a network registers before it asks for peerings.
@Path("/peer-asns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer ASNs")
class PeerAsnResource {

    private static final int MAX_NAME_CHARACTERS = 100;

    private final Registrations registrations;
    private final Caller caller;
    private final OwnNetworks networks;

    PeerAsnResource(Registrations registrations, Caller caller, OwnNetworks networks) {
        this.registrations = registrations;
        this.caller = caller;
        this.networks = networks;
    }

    @PUT
    @Path("/{asn}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerPeerAsn",
            summary = "Register an ASN with its contacts, or replace name and contacts of a registered one",
            description = "A new registration and one under another name are Pending until the operator's side has"
                    + " looked at them. Where only contacts change, an Approved registration stays so; one that has"
                    + " Failed is looked at again. Each change is a new revision; without a change there is none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RegistrationBody.class),
                            examples = @ExampleObject(name = "registration", value = RegistrationBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It is registered, and Pending",
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before, and is now as the body says",
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    public Response register(@PathParam("asn") String asnInPath, @Nullable RegistrationBody body) {
        var principal = caller.name();
        var violations = new Violations();
        var asn = AsnRule.read(violations, "asn", asnInPath);
        if (body == null) {
            violations.add("body", "is required");
            throw Problems.invalid(violations.all());
        }
        var name = PlainText.required(violations, "name", body.name(), MAX_NAME_CHARACTERS);
        var contacts = ContactRule.check(violations, body.contacts());
        if (!violations.isEmpty() || asn.isEmpty() || name == null) {
            throw Problems.invalid(violations.all());
        }
        networks.demand(asn.getAsLong());
        Registrations.Registered registered;
        try {
            registered = registrations.register(asn.getAsLong(), name, contacts, principal);
        } catch (PersistenceException sameAsnAtTheSameMoment) {
            registered = registrations.register(asn.getAsLong(), name, contacts, principal);
        }
        var view = view(registered.registration());
        return (registered.created() ? Response.created(URI.create("/peer-asns/" + view.asn())) : Response.ok())
                .tag(Long.toString(view.revision()))
                .entity(view)
                .build();
    }

    @DELETE
    @Path("/{asn}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "endPeerAsn", summary = "End a registration; while a peering needs it that is refused")
    @APIResponse(responseCode = "204", description = "It has ended")
    public Response end(@PathParam("asn") String asnInPath) {
        var principal = caller.name();
        var asn = read(asnInPath);
        return switch (registrations.end(asn, principal)) {
            case Ending.Ended _ -> Response.noContent().build();
            case Ending.NotRegistered _ -> throw absent(asn);
            case Ending.Needed(var peeringId) ->
                throw Problems.conflict(
                        "PeerHasPeerings",
                        "asn",
                        "AS" + asn + " has a peering that is not over, " + peeringId
                                + ". Withdraw or deprovision it first.");
        };
    }

    @GET
    @Path("/{asn}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(operationId = "readPeerAsn", summary = "Read a registration, and what was found of it")
    @APIResponse(
            responseCode = "200",
            description = "The registration; its revision is the ETag",
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    public Response registration(@PathParam("asn") String asnInPath) {
        var asn = read(asnInPath);
        var view = registrations.find(asn).map(this::view).orElseThrow(() -> absent(asn));
        return Response.ok(view).tag(Long.toString(view.revision())).build();
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(operationId = "listPeerAsns", summary = "List the registrations that the caller may know of")
    @APIResponse(
            responseCode = "200",
            description = "The registrations, by ASN",
            content = @Content(schema = @Schema(implementation = PeerAsnView.Items.class)))
    public PeerAsnView.Items list() {
        return new PeerAsnView.Items(registrations.all().stream()
                .filter(each -> networks.include(each.peer().getAsn()))
                .map(this::view)
                .toList());
    }

    private PeerAsnView view(Registration registration) {
        return caller.contactsMasked() ? PeerAsnView.masked(registration) : PeerAsnView.of(registration);
    }

    private long read(String asnInPath) {
        var violations = new Violations();
        var asn = AsnRule.read(violations, "asn", asnInPath);
        violations.refuseIfAny();
        networks.demand(asn.orElseThrow());
        return asn.getAsLong();
    }

    private static HttpProblem absent(long asn) {
        return Problems.absent("AS" + asn + " is not registered. Register it with PUT /peer-asns/" + asn);
    }
}
