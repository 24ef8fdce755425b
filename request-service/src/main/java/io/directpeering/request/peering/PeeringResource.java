package io.directpeering.request.peering;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.RetryRequested;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/peerings`: ask for one, follow it, take it down. Every change answers with the judge's decision.
@Path("/peerings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
@RolesAllowed({Roles.PEER, Roles.OPERATOR})
class PeeringResource {

    private static final int MAX_REASON_CHARACTERS = 500;
    private static final int MAX_ANSWER_CHARACTERS = 4_000;

    private final RequestRule rule;
    private final Requests requests;
    private final Commands commands;
    private final PeeringReader reader;
    private final Facts facts;
    private final Caller caller;

    PeeringResource(
            RequestRule rule, Requests requests, Commands commands, PeeringReader reader, Facts facts, Caller caller) {
        this.rule = rule;
        this.requests = requests;
        this.commands = commands;
        this.reader = reader;
        this.facts = facts;
        this.caller = caller;
    }

    /// Body of a retry.
    record RetryBody(@Nullable String reason) {}

    /// Body of an answer to the operator's question.
    record InformationBody(@Nullable String answer) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Request a direct peering; the same body with the same connection identifiers is one request")
    public Response request(@Nullable PeeringBody body) {
        var principal = caller.name();
        return switch (requests.accept(rule.check(body), principal)) {
            case Acceptance.Accepted(var peeringId, var eventId) -> commands.answer(peeringId, eventId, Status.CREATED);
            case Acceptance.Repeated(var peeringId, var eventId) -> commands.answerAgain(peeringId, eventId);
            case Acceptance.Taken taken -> throw Problems.conflict(taken.code(), taken.field(), taken.detail());
            case Acceptance.NotApproved(var detail) -> throw Problems.conflict("PeerAsnNotApproved", "peerAsn", detail);
        };
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Path("/{peeringId}")
    @Operation(summary = "Where a peering stands; with minSequence, not before it got there")
    public Response read(
            @PathParam("peeringId") UUID peeringId, @QueryParam("minSequence") @Nullable String minSequence) {
        return Commands.told(Status.OK, reader.read(peeringId, sequence(minSequence)));
    }

    @DELETE
    @Path("/{peeringId}")
    @Operation(summary = "Withdraw a request, or take a peering down as a whole")
    public Response deprovision(@PathParam("peeringId") UUID peeringId, @QueryParam("reason") @Nullable String reason) {
        return deprovision(peeringId, new ConnectionChoice.Every(), reason);
    }

    @DELETE
    @Path("/{peeringId}/connections/{connectionId}")
    @Operation(summary = "Take one connection down")
    public Response deprovision(
            @PathParam("peeringId") UUID peeringId,
            @PathParam("connectionId") UUID connectionId,
            @QueryParam("reason") @Nullable String reason) {
        return deprovision(peeringId, new ConnectionChoice.One(connectionId), reason);
    }

    private Response deprovision(UUID peeringId, ConnectionChoice connection, @Nullable String reason) {
        var principal = caller.name();
        var checked = reason(reason);
        reader.demand(peeringId, connection, null);
        var metadata = facts.about(peeringId, connection.connectionId(), principal);
        return commands.state(metadata, new DeprovisionRequested(metadata, checked));
    }

    @POST
    @Path("/{peeringId}/connections/{connectionId}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Try to provision a failed connection again")
    public Response retry(
            @PathParam("peeringId") UUID peeringId,
            @PathParam("connectionId") UUID connectionId,
            @Nullable RetryBody body) {
        var principal = caller.name();
        var reason = reason(body == null ? null : body.reason());
        var connection = new ConnectionChoice.One(connectionId);
        reader.demand(peeringId, connection, body);
        var metadata = facts.about(peeringId, connectionId, principal);
        return commands.state(metadata, new RetryRequested(metadata, reason));
    }

    @POST
    @Path("/{peeringId}/information")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer what the operator asked about a request")
    public Response inform(@PathParam("peeringId") UUID peeringId, @Nullable InformationBody body) {
        var principal = caller.name();
        var violations = new Violations();
        var answer =
                PlainText.required(violations, "answer", body == null ? null : body.answer(), MAX_ANSWER_CHARACTERS);
        if (answer == null) {
            throw Problems.invalid(violations.all());
        }
        reader.demand(peeringId, new ConnectionChoice.Every(), body);
        var metadata = facts.about(peeringId, null, principal);
        return commands.state(metadata, new InformationProvided(metadata, answer));
    }

    private static @Nullable String reason(@Nullable String text) {
        var violations = new Violations();
        var reason = PlainText.optional(violations, "reason", text, MAX_REASON_CHARACTERS);
        violations.refuseIfAny();
        return reason;
    }

    private static long sequence(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Problems.invalid("minSequence", "must be a sequence number, as in an ETag: 0, 1, 2 …");
        }
        return Long.parseLong(text);
    }
}
