package io.directpeering.approval.review;

import java.util.Arrays;
import java.util.UUID;
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
import io.directpeering.approval.page.Page;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The operators' queue of requests to review.
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
@RolesAllowed(Roles.APPROVER)
class ReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";

    private final ReviewDesk desk;
    private final DecisionAnswers answers;
    private final Queue queue;
    private final Caller caller;

    ReviewResource(ReviewDesk desk, DecisionAnswers answers, Queue queue, Caller caller) {
        this.desk = desk;
        this.answers = answers;
        this.queue = queue;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(summary = "The queue, the oldest request first; Link leads to the next page")
    public Response list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Page.of(limit, after, UUID::fromString);
        var found = queue.list(status == null ? null : known(status), page, discretion());
        return page.of(found, ReviewSummary::cursor, ReviewSummary.Listing::new, uri);
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Path("{peeringId}")
    @Operation(summary = "One review: outcomes with evidence, questions and answers, who has agreed so far")
    public ReviewView find(UUID peeringId) {
        return queue.find(peeringId, discretion()).orElseThrow(() -> DecisionAnswers.noSuchReview(peeringId));
    }

    @POST
    @Path("{peeringId}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree; the last of those who are needed approves the request")
    public Response approve(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Approval wish) {
        var filing = desk.approve(peeringId, caller.name(), wish.reason(), wish.overridesOrNone());
        return answers.to(peeringId, filing);
    }

    @POST
    @Path("{peeringId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject the request, with the reason that the peer is told")
    public Response reject(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        return answers.to(peeringId, desk.reject(peeringId, caller.name(), wish.reason(), wish.ruleIdsOrNone()));
    }

    @POST
    @Path("{peeringId}/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask the peer something")
    public Response ask(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Question wish) {
        return answers.to(peeringId, desk.ask(peeringId, caller.name(), wish.question()));
    }

    private Discretion discretion() {
        return caller.contactsMasked() ? Discretion.MASKED : Discretion.OPEN;
    }

    private static ReviewStatus known(String status) {
        return Arrays.stream(ReviewStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(
                        () -> Problems.invalid("status", "must be one of " + Arrays.toString(ReviewStatus.values())));
    }
}
