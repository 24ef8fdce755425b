package io.directpeering.approval.review;

import java.util.UUID;
import java.util.function.Supplier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.approval.decision.Wish;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The operators' queue of requests to review.
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
@RolesAllowed(Roles.APPROVER)
class ReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";
    private static final String UNDECIDED = "Stored; what the judge makes of it did not come in time";
    private static final Words<ReviewStatus> STATUSES = Words.of(ReviewStatus.class);

    private final ReviewDesk desk;
    private final DecisionAnswers answers;
    private final Queue queue;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;

    ReviewResource(
            ReviewDesk desk,
            DecisionAnswers answers,
            Queue queue,
            Once once,
            KeyReader keys,
            Conditions conditions,
            Caller caller) {
        this.desk = desk;
        this.answers = answers;
        this.queue = queue;
        this.once = once;
        this.keys = keys;
        this.conditions = conditions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listReviews",
            summary = "The queue, the oldest request first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of reviews",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = ReviewSummary.Listing.class)))
    public Response list(
            @Parameter(schema = @Schema(implementation = ReviewStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var violations = new Violations();
        var wanted = status == null ? null : STATUSES.required(violations, "status", status);
        var page = Page.of(violations, limit, after, Place.reader(UUID::fromString));
        violations.refuseIfAny();
        var found = queue.list(wanted, page, discretion());
        return page.answer(found, ReviewSummary::place, ReviewSummary.Listing::new, uri);
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Path("{peeringId}")
    @Operation(
            operationId = "readReview",
            summary = "One review: outcomes with evidence, questions and answers, who has agreed so far")
    @APIResponse(
            responseCode = "200",
            description = "The review",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Response find(UUID peeringId) {
        return conditions.shown(
                queue.find(peeringId, discretion()).orElseThrow(() -> DecisionAnswers.noSuchReview(peeringId)));
    }

    @POST
    @Path("{peeringId}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "approveRequest", summary = "Agree; the last of those who are needed approves the request")
    @APIResponse(
            responseCode = "200",
            description = "The review as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Response approve(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Approval wish) {
        return decide(
                peeringId, wish, () -> desk.approve(peeringId, caller.name(), wish.reason(), wish.overridesOrNone()));
    }

    @POST
    @Path("{peeringId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectRequest", summary = "Reject the request, with the reason that the peer is told")
    @APIResponse(
            responseCode = "200",
            description = "The review as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Response reject(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        return decide(
                peeringId, wish, () -> desk.reject(peeringId, caller.name(), wish.reason(), wish.ruleIdsOrNone()));
    }

    @POST
    @Path("{peeringId}/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "requestInformation", summary = "Ask the peer something")
    @APIResponse(
            responseCode = "200",
            description = "The review as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Response ask(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Question wish) {
        return decide(peeringId, wish, () -> desk.ask(peeringId, caller.name(), wish.question()));
    }

    private Response decide(UUID peeringId, Wish wish, Supplier<Filing> decision) {
        return once.answer(
                keys.read(wish),
                DecisionAnswers.Done.class,
                () -> {
                    queue.hold(peeringId).ifPresent(conditions::demand);
                    return DecisionAnswers.done(peeringId, decision.get());
                },
                answers::to);
    }

    private Discretion discretion() {
        return caller.contactsMasked() ? Discretion.MASKED : Discretion.OPEN;
    }
}
