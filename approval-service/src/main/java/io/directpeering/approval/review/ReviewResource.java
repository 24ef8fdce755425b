package io.directpeering.approval.review;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

import io.directpeering.approval.identity.Actor;
import io.directpeering.approval.problem.Problems;
import org.jspecify.annotations.Nullable;

/// The operators' queue of requests to review.
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";

    private final ReviewDesk desk;
    private final DecisionAnswers answers;
    private final Actor actor;

    ReviewResource(ReviewDesk desk, DecisionAnswers answers, Actor actor) {
        this.desk = desk;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @Transactional
    public ReviewView.Listing list(@QueryParam("status") @Nullable String status) {
        List<Review> reviews = status == null
                ? Review.list("order by openedAt, peeringId")
                : Review.list("status = ?1 order by openedAt, peeringId", known(status));
        return new ReviewView.Listing(reviews.stream().map(ReviewView::of).toList());
    }

    @GET
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
        var filing = desk.approve(peeringId, actor.name(), wish.reason(), wish.overridesOrNone());
        return answers.to(peeringId, filing);
    }

    @POST
    @Path("{peeringId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reject(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        return answers.to(peeringId, desk.reject(peeringId, actor.name(), wish.reason()));
    }

    @POST
    @Path("{peeringId}/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(UUID peeringId, @NotNull(message = BODY_MISSING) @Valid Wish.Question wish) {
        return answers.to(peeringId, desk.ask(peeringId, actor.name(), wish.question()));
    }

    private static ReviewStatus known(String status) {
        return Arrays.stream(ReviewStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest(
                        "There is no such status of a review.",
                        List.of(new Problems.Violation(
                                "status", "query", "must be one of " + Arrays.toString(ReviewStatus.values())))));
    }
}
