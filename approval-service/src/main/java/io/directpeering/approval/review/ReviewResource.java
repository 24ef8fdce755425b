package io.directpeering.approval.review;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/// The operators' queue of requests to review.
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPROVER)
class ReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";

    private final ReviewDesk desk;
    private final DecisionAnswers answers;
    private final Caller caller;

    ReviewResource(ReviewDesk desk, DecisionAnswers answers, Caller caller) {
        this.desk = desk;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Transactional
    public ReviewView.Listing list(@QueryParam("status") @Nullable String status) {
        List<Review> reviews = status == null
                ? Review.list("order by openedAt, peeringId")
                : Review.list("status = ?1 order by openedAt, peeringId", known(status));
        return new ReviewView.Listing(reviews.stream().map(ReviewView::of).toList());
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Path("{peeringId}")
    @Transactional
    public ReviewView find(UUID peeringId) {
        return Review.<Review>findByIdOptional(peeringId)
                .map(ReviewView::of)
                .orElseThrow(() -> DecisionAnswers.noSuchReview(peeringId));
    }

    @POST
    @Path("{peeringId}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Approval wish) {
        var filing = desk.approve(peeringId, caller.name(), wish.reason(), wish.overridesOrNone());
        return answers.to(peeringId, filing);
    }

    @POST
    @Path("{peeringId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reject(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        return answers.to(peeringId, desk.reject(peeringId, caller.name(), wish.reason()));
    }

    @POST
    @Path("{peeringId}/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Question wish) {
        return answers.to(peeringId, desk.ask(peeringId, caller.name(), wish.question()));
    }

    private static ReviewStatus known(String status) {
        return Arrays.stream(ReviewStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(
                        () -> Problems.invalid("status", "must be one of " + Arrays.toString(ReviewStatus.values())));
    }
}
