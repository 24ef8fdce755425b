package io.directpeering.approval.registration;

import java.util.function.Supplier;
import java.util.regex.Pattern;
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
import io.directpeering.events.ValidationState;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.directpeering.http.problem.Problems;
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

/// The operators' queue of peer ASNs to validate.
@Path("/peer-asn-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer ASN reviews")
@RolesAllowed(Roles.APPROVER)
class RegistrationReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";
    private static final String UNCONFIRMED = "Found and stored; the log has not confirmed it in time";
    private static final long HIGHEST_ASN = 4_294_967_295L;
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Words<ValidationState> STATES = Words.of(ValidationState.class);

    private final RegistrationDesk desk;
    private final VerdictAnswers answers;
    private final RegistrationQueue queue;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;

    RegistrationReviewResource(
            RegistrationDesk desk,
            VerdictAnswers answers,
            RegistrationQueue queue,
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
            operationId = "listPeerAsnReviews",
            summary = "Peer ASNs by validation state, the oldest registration first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of registrations",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = RegistrationView.Listing.class)))
    public Response list(
            @Parameter(schema = @Schema(implementation = ValidationState.class))
                    @QueryParam("validationState")
                    @Nullable
                    String validationState,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var violations = new Violations();
        var state = validationState == null ? null : STATES.required(violations, "validationState", validationState);
        var page = Page.of(violations, limit, after, Place.reader(Long::valueOf));
        violations.refuseIfAny();
        var found = queue.list(state, page, discretion());
        return page.answer(found, RegistrationView::place, RegistrationView.Listing::new, uri);
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Path("{asn}")
    @Operation(
            operationId = "readPeerAsnReview",
            summary = "One peer ASN as it was registered last, with outcomes and evidence")
    @APIResponse(
            responseCode = "200",
            description = "The registration",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response find(String asn) {
        long number = number(asn);
        return conditions.shown(
                queue.find(number, discretion()).orElseThrow(() -> VerdictAnswers.noSuchRegistration(number)));
    }

    @POST
    @Path("{asn}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approvePeerAsn",
            summary = "Find the registration Approved: the peer may ask for peerings")
    @APIResponse(
            responseCode = "200",
            description = "The registration as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @APIResponse(
            responseCode = "202",
            description = UNCONFIRMED,
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response approve(String asn, @NotNull(message = BODY_MISSING) @Valid Wish.Approval wish) {
        long number = number(asn);
        return decide(number, wish, () -> desk.approve(number, caller.name(), wish.reason(), wish.overridesOrNone()));
    }

    @POST
    @Path("{asn}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rejectPeerAsn",
            summary = "Find the registration Failed, with the reason that the peer is told")
    @APIResponse(
            responseCode = "200",
            description = "The registration as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @APIResponse(
            responseCode = "202",
            description = UNCONFIRMED,
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response reject(String asn, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        long number = number(asn);
        return decide(number, wish, () -> desk.reject(number, caller.name(), wish.reason(), wish.ruleIdsOrNone()));
    }

    private Response decide(long asn, Wish wish, Supplier<Verdict> decision) {
        return once.answer(
                keys.read(wish),
                VerdictAnswers.Done.class,
                () -> {
                    queue.hold(asn).ifPresent(conditions::demand);
                    return VerdictAnswers.done(asn, decision.get());
                },
                answers::to);
    }

    private Discretion discretion() {
        return caller.contactsMasked() ? Discretion.MASKED : Discretion.OPEN;
    }

    private static long number(String asn) {
        if (!DIGITS.matcher(asn).matches() || Long.parseLong(asn) > HIGHEST_ASN) {
            throw Problems.invalid("asn", "must be an AS number in digits, 1 to " + HIGHEST_ASN);
        }
        return Long.parseLong(asn);
    }
}
