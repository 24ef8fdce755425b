package io.directpeering.request.peering;

import java.time.Clock;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.RetryRequested;
import io.directpeering.http.condition.EntityTags;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.query.Known;
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

/// `/peerings`: ask for one, follow it, take it down. Every change answers with the judge's decision.
@Path("/peerings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class PeeringResource {

    private static final int MAX_REASON_CHARACTERS = 500;
    private static final int MAX_ANSWER_CHARACTERS = 4_000;

    private final RequestRule rule;
    private final Intake intake;
    private final Commands commands;
    private final PeeringReader reader;
    private final Facts facts;
    private final CommandReader headers;
    private final PastReader past;
    private final Clock clock;

    PeeringResource(
            RequestRule rule,
            Intake intake,
            Commands commands,
            PeeringReader reader,
            Facts facts,
            CommandReader headers,
            PastReader past,
            Clock clock) {
        this.rule = rule;
        this.intake = intake;
        this.commands = commands;
        this.reader = reader;
        this.facts = facts;
        this.headers = headers;
        this.past = past;
        this.clock = clock;
    }

    /// Body of a retry.
    record RetryBody(
            @Schema(maxLength = MAX_REASON_CHARACTERS) @Nullable
            String reason) {}

    /// Body of an answer to the operator's question.
    record InformationBody(
            @Schema(required = true, maxLength = MAX_ANSWER_CHARACTERS) @Nullable
            String answer) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(
            operationId = "requestPeering",
            summary = "Request a direct peering; the same body with the same connection identifiers is one request")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PeeringBody.class),
                            examples = @ExampleObject(name = "two connections", value = PeeringBody.EXAMPLE)))
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
    public Response request(@Nullable PeeringBody body) {
        var command = headers.read(body);
        return intake.take(rule.check(body), command, body);
    }

    @GET
    @Path("/{peeringId}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "readPeering",
            summary =
                    "Where a peering stands; with minSequence, not before it got there; with asOf, where it stood then",
            description = "The ETag is the sequence: it changes with every transition. What was seen of BGP sessions"
                    + " may change without it; as of an instant there is no look at them, for that is not kept. The"
                    + " header Peering-Freshness tells up to which moment of the log the answer is complete, and"
                    + " whether it comes from a copy because who holds the peering does not answer: a copy can be"
                    + " behind what was read before, unless minSequence demands more.")
    @APIResponse(
            responseCode = "200",
            description = "The peering",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    public Response read(
            @PathParam("peeringId") UUID peeringId,
            @QueryParam("minSequence") @Nullable String minSequence,
            @Parameter(description = AsOf.DESCRIPTION, example = AsOf.EXAMPLE) @QueryParam("asOf") @Nullable
                    String asOf,
            @Context HttpHeaders http) {
        var least = MinSequence.of(minSequence);
        if (asOf != null) {
            var instant = AsOf.required("asOf", asOf, clock);
            var then = past.asOf(peeringId, instant, least);
            return told(PeeringView.of(then, instant), then, http);
        }
        var known = reader.known(peeringId, least);
        return told(PeeringView.of(known), known, http);
    }

    private static Response told(PeeringView peering, Known known, HttpHeaders http) {
        var tag = Long.toString(peering.sequence());
        var answer = EntityTags.hasAlready(http.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tag)
                ? Response.notModified(tag)
                : Response.fromResponse(Commands.told(Status.OK, peering));
        return answer.header(FreshnessHeader.NAME, FreshnessHeader.of(known.freshness()))
                .build();
    }

    @DELETE
    @Path("/{peeringId}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "deprovisionPeering", summary = "Withdraw a request, or take a peering down as a whole")
    @APIResponse(
            responseCode = "200",
            description = "Done: the peering as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; the decision did not come in time",
            content = @Content(schema = @Schema(implementation = Commands.Pending.class)))
    public Response deprovision(@PathParam("peeringId") UUID peeringId, @QueryParam("reason") @Nullable String reason) {
        return deprovision(peeringId, new ConnectionChoice.Every(), reason);
    }

    @DELETE
    @Path("/{peeringId}/connections/{connectionId}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "deprovisionConnection", summary = "Take one connection down")
    @APIResponse(
            responseCode = "200",
            description = "Done: the peering as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; the decision did not come in time",
            content = @Content(schema = @Schema(implementation = Commands.Pending.class)))
    public Response deprovision(
            @PathParam("peeringId") UUID peeringId,
            @PathParam("connectionId") UUID connectionId,
            @QueryParam("reason") @Nullable String reason) {
        return deprovision(peeringId, new ConnectionChoice.One(connectionId), reason);
    }

    private Response deprovision(UUID peeringId, ConnectionChoice connection, @Nullable String reason) {
        var command = headers.read(null);
        var checked = reason(reason);
        reader.demand(peeringId, connection, null);
        var metadata = facts.about(peeringId, connection.connectionId(), command);
        return commands.state(command, metadata, new DeprovisionRequested(metadata, checked));
    }

    @POST
    @Path("/{peeringId}/connections/{connectionId}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "retryConnection", summary = "Try to provision a failed connection again")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done: the peering as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; the decision did not come in time",
            content = @Content(schema = @Schema(implementation = Commands.Pending.class)))
    public Response retry(
            @PathParam("peeringId") UUID peeringId,
            @PathParam("connectionId") UUID connectionId,
            @Nullable RetryBody body) {
        var command = headers.read(body);
        var reason = reason(body == null ? null : body.reason());
        var connection = new ConnectionChoice.One(connectionId);
        reader.demand(peeringId, connection, body);
        var metadata = facts.about(peeringId, connectionId, command);
        return commands.state(command, metadata, new RetryRequested(metadata, reason));
    }

    @POST
    @Path("/{peeringId}/information")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "provideInformation", summary = "Answer what the operator asked about a request")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InformationBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Done: the peering as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PeeringView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; the decision did not come in time",
            content = @Content(schema = @Schema(implementation = Commands.Pending.class)))
    public Response inform(@PathParam("peeringId") UUID peeringId, @Nullable InformationBody body) {
        var command = headers.read(body);
        var violations = new Violations();
        var answer =
                PlainText.required(violations, "answer", body == null ? null : body.answer(), MAX_ANSWER_CHARACTERS);
        if (answer == null) {
            throw Problems.invalid(violations.all());
        }
        reader.demand(peeringId, new ConnectionChoice.Every(), body);
        var metadata = facts.about(peeringId, null, command);
        return commands.state(command, metadata, new InformationProvided(metadata, answer));
    }

    private static @Nullable String reason(@Nullable String text) {
        var violations = new Violations();
        var reason = PlainText.optional(violations, "reason", text, MAX_REASON_CHARACTERS);
        violations.refuseIfAny();
        return reason;
    }
}
