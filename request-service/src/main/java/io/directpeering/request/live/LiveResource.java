package io.directpeering.request.live;

import java.time.Instant;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import io.directpeering.events.PeeringState;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings/stream`: what happens to peerings, as server-sent events.
@Path("/peerings/stream")
@Tag(name = "Peerings")
class LiveResource {

    private static final Words<PeeringState> STATES = Words.of(PeeringState.class);

    private final Caller caller;
    private final SecurityIdentity identity;
    private final Beginning beginning;
    private final LiveStreams streams;

    LiveResource(Caller caller, SecurityIdentity identity, Beginning beginning, LiveStreams streams) {
        this.caller = caller;
        this.identity = identity;
        this.beginning = beginning;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "followPeerings",
            summary = "Follow what happens to peerings: transitions, and facts that were refused",
            description = """
                    Server-sent events: PeeringTransitioned (LiveTransition as JSON) and FactRefused (LiveRefusal). \
                    Of one peering the transitions come in the order of their sequence. The id of an event is where it \
                    stands in the log: a client that comes back with it as Last-Event-ID goes on right behind it, \
                    without loss or repeat, at any instance. Comments with an id keep the connection open while nothing \
                    happens. The stream ends with its token, where the client takes nothing for a minute, and when the \
                    service stops: retry then says when to come back.""")
    @APIResponse(
            responseCode = "200",
            description = "Events without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(oneOf = {Views.Transition.class, Views.Refusal.class})))
    public void follow(
            @Parameter(description = "Id of the event that the client saw last; says more than from and since")
                    @HeaderParam(Beginning.LAST_EVENT_ID)
                    @Nullable
                    String lastEventId,
            @Parameter(
                            description = "beginning: with the first transition there ever was; left out: now",
                            schema = @Schema(enumeration = "beginning"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Begin with what was judged at this instant or later",
                            example = "2026-05-03T14:00:00Z")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "Of this peering only", schema = @Schema(implementation = UUID.class))
                    @QueryParam("peeringId")
                    @Nullable
                    String peeringId,
            @Parameter(
                            description = "Transitions only, after which the peering is in this state",
                            schema = @Schema(implementation = PeeringState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "AS number of the peer", example = "3320") @QueryParam("peerAsn") @Nullable
                    String peerAsn,
            @Context Sse sse,
            @Context SseEventSink sink,
            @Context RoutingContext connection) {
        var violations = new Violations();
        var begin = beginning.read(violations, lastEventId, from, since);
        var wish = new Audience.Wish(
                peeringId == null ? null : id(violations, peeringId),
                state == null ? null : STATES.required(violations, "state", state),
                peerAsn == null ? null : asn(violations, peerAsn));
        violations.refuseIfAny();
        var audience = new Audience(caller.name(), until(), caller.seesAll() ? null : caller.asns(), wish);
        var stream = streams.open(
                audience,
                begin,
                sse,
                sink,
                () -> connection.request().connection().close());
        connection.addEndHandler(_ -> stream.stop());
    }

    private Instant until() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }

    private static @Nullable UUID id(Violations violations, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            violations.add("peeringId", "must be a peering's id, e.g. 018f2a3c-7b1e-7c4d-9a52-3f60c1d2e4b5");
            return null;
        }
    }

    private static @Nullable Long asn(Violations violations, String text) {
        var asn = AsnRule.read(violations, "peerAsn", text);
        return asn.isPresent() ? asn.getAsLong() : null;
    }
}
