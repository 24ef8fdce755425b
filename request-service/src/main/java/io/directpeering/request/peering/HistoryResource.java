package io.directpeering.request.peering;

import java.time.Clock;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.query.past.Mark;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /peerings/{peeringId}/history` and `…/differences`: one peering in the course of time.
@Path("/peerings/{peeringId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peerings")
class HistoryResource {

    private final PastReader past;
    private final Differences differences;
    private final Caller caller;
    private final Clock clock;

    HistoryResource(PastReader past, Differences differences, Caller caller, Clock clock) {
        this.past = past;
        this.differences = differences;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "readHistory",
            summary = "Everything that became of a peering: every transition and every refusal, the earliest first",
            description = "Where there is more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of its history",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response history(
            @PathParam("peeringId") UUID peeringId,
            @Parameter(description = "Sequence that the history must have reached") @QueryParam("minSequence") @Nullable
                    String minSequence,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Page.of(limit, after, text -> HistoryCursor.read(peeringId, text));
        var told = past.history(peeringId, page.after(), page.lookFor(), MinSequence.of(minSequence));
        return page.answer(
                told.happenings(),
                last -> HistoryCursor.text(peeringId, Mark.at(last)),
                shown -> new HistoryView(
                        peeringId,
                        told.latestSequence(),
                        shown.stream()
                                .map(each -> HistoryView.item(each, caller))
                                .toList()),
                uri);
    }

    @GET
    @Path("/differences")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST, Roles.SERVICE})
    @Operation(
            operationId = "compareInstants",
            summary = "What is different about a peering between two instants, field by field")
    @APIResponse(
            responseCode = "200",
            description = "The fields that differ; none where it stood the same",
            content = @Content(schema = @Schema(implementation = DifferencesView.class)))
    public DifferencesView differences(
            @PathParam("peeringId") UUID peeringId,
            @Parameter(description = AsOf.DESCRIPTION, example = AsOf.EXAMPLE, required = true)
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = AsOf.DESCRIPTION, example = AsOf.EXAMPLE, required = true)
                    @QueryParam("to")
                    @Nullable
                    String to) {
        var violations = new Violations();
        var now = clock.instant();
        var earlier = AsOf.required(violations, "from", from, now);
        var later = AsOf.required(violations, "to", to, now);
        violations.check(!violations.isEmpty() || !earlier.isAfter(later), "from", "must not be later than to");
        violations.refuseIfAny();
        var then = past.asOf(peeringId, later, 0);
        var before = past.ifAny(peeringId, earlier).map(known -> PeeringView.of(known, earlier));
        return differences.between(peeringId, earlier, before.orElse(null), later, PeeringView.of(then, later));
    }
}
