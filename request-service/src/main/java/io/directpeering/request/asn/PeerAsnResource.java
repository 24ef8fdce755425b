package io.directpeering.request.asn;

import java.net.URI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/peer-asns`: a network registers before it asks for peerings.
@Path("/peer-asns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer ASNs")
@RolesAllowed({Roles.PEER, Roles.OPERATOR})
class PeerAsnResource {

    private static final int MAX_NAME_CHARACTERS = 100;

    private final Registrations registrations;
    private final Caller caller;

    PeerAsnResource(Registrations registrations, Caller caller) {
        this.registrations = registrations;
        this.caller = caller;
    }

    @PUT
    @Path("/{asn}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register an ASN with its contacts, or replace name and contacts of a registered one")
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
        Registrations.Registered registered;
        try {
            registered = registrations.register(asn.getAsLong(), name, contacts, principal);
        } catch (PersistenceException sameAsnAtTheSameMoment) {
            registered = registrations.register(asn.getAsLong(), name, contacts, principal);
        }
        var view = PeerAsnView.of(registered.peer());
        return registered.created()
                ? Response.created(URI.create("/peer-asns/" + view.asn()))
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Path("/{asn}")
    @Operation(summary = "Read a registration")
    public PeerAsnView read(@PathParam("asn") String asnInPath) {
        var violations = new Violations();
        var asn = AsnRule.read(violations, "asn", asnInPath);
        violations.refuseIfAny();
        return registrations
                .find(asn.orElseThrow())
                .map(PeerAsnView::of)
                .orElseThrow(() -> Problems.absent("AS" + asn.getAsLong()
                        + " is not registered. Register it with PUT /peer-asns/" + asn.getAsLong()));
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(summary = "List all registrations")
    public PeerAsnView.Items list() {
        return new PeerAsnView.Items(
                registrations.all().stream().map(PeerAsnView::of).toList());
    }
}
