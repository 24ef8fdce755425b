package io.directpeering.request.asn;

import java.net.URI;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.events.Contact;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.Registrations.Ending;
import io.quarkiverse.resteasy.problem.HttpProblem;
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

/// `/peer-asns`: a network registers before it asks for peerings.
@Path("/peer-asns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer ASNs")
class PeerAsnResource {

    private static final int MAX_NAME_CHARACTERS = 100;

    private final Registrations registrations;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;
    private final OwnNetworks networks;

    PeerAsnResource(
            Registrations registrations,
            Once once,
            KeyReader keys,
            Conditions conditions,
            Caller caller,
            OwnNetworks networks) {
        this.registrations = registrations;
        this.once = once;
        this.keys = keys;
        this.conditions = conditions;
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
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before, and is now as the body says",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    public Response register(@PathParam("asn") String asnInPath, @Nullable RegistrationBody body) {
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
        try {
            return registered(asn.getAsLong(), name, contacts, body);
        } catch (PersistenceException sameAsnAtTheSameMoment) {
            return registered(asn.getAsLong(), name, contacts, body);
        }
    }

    private Response registered(long asn, String name, List<Contact> contacts, RegistrationBody body) {
        return once.answer(
                keys.read(body),
                Done.class,
                () -> {
                    demand(asn);
                    var registered = registrations.register(asn, name, contacts, caller.name());
                    return new Done(registered.created(), view(registered.registration()));
                },
                this::told);
    }

    /// What a registration came to, as it is answered.
    ///
    /// @param created false: the ASN was registered before
    record Done(boolean created, PeerAsnView registration) {}

    private Response told(Done done) {
        return conditions
                .told(done.created() ? Status.CREATED : Status.OK, done.registration())
                .location(URI.create("/peer-asns/" + done.registration().asn()))
                .build();
    }

    /// Lets pass who knows of the registration what there is to know; it does not change before the transaction
    /// ends.
    private void demand(long asn) {
        registrations.holdForChange(asn).map(this::view).ifPresentOrElse(conditions::demand, conditions::demandAbsent);
    }

    @DELETE
    @Path("/{asn}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "endPeerAsn", summary = "End a registration; while a peering needs it that is refused")
    @APIResponse(responseCode = "204", description = "It has ended")
    public Response end(@PathParam("asn") String asnInPath) {
        var asn = read(asnInPath);
        var keyed = keys.read(null);
        registrations.settle(asn);
        return once.answer(
                keyed,
                Ending.Ended.class,
                () -> {
                    demand(asn);
                    return ended(asn);
                },
                _ -> Response.noContent().build());
    }

    private Ending.Ended ended(long asn) {
        return switch (registrations.end(asn, caller.name())) {
            case Ending.Ended ended -> ended;
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
            description = "The registration",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeerAsnView.class)))
    public Response registration(@PathParam("asn") String asnInPath) {
        var asn = read(asnInPath);
        return conditions.shown(registrations.find(asn).map(this::view).orElseThrow(() -> absent(asn)));
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listPeerAsns",
            summary = "List the registrations that the caller may know of, by ASN",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of registrations",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = PeerAsnView.Items.class)))
    public Response list(
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Page.of(limit, after, Page::number);
        var behind = page.after() == null ? 0 : page.after();
        var found = caller.seesAll()
                ? registrations.list(behind, page.lookFor())
                : registrations.list(caller.asns(), behind, page.lookFor());
        return page.answer(
                found.stream().map(this::view).toList(),
                last -> Long.toString(last.asn()),
                PeerAsnView.Items::new,
                uri);
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
