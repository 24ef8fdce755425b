package io.directpeering.approval.registration;

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
import io.directpeering.approval.page.Page;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.events.ValidationState;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The operators' queue of peer ASNs to validate.
@Path("/peer-asn-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer ASN reviews")
@RolesAllowed(Roles.APPROVER)
class RegistrationReviewResource {

    private static final String BODY_MISSING = "is missing; send a JSON object";
    private static final long HIGHEST_ASN = 4_294_967_295L;
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Words<ValidationState> STATES = Words.of(ValidationState.class);

    private final RegistrationDesk desk;
    private final VerdictAnswers answers;
    private final RegistrationQueue queue;
    private final Caller caller;

    RegistrationReviewResource(RegistrationDesk desk, VerdictAnswers answers, RegistrationQueue queue, Caller caller) {
        this.desk = desk;
        this.answers = answers;
        this.queue = queue;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(summary = "Peer ASNs by validation state, the oldest registration first; Link leads to the next page")
    public Response list(
            @QueryParam("validationState") @Nullable String validationState,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var violations = new Violations();
        var state = validationState == null ? null : STATES.required(violations, "validationState", validationState);
        violations.refuseIfAny();
        var page = Page.of(limit, after, Long::valueOf);
        var found = queue.list(state, page, discretion());
        return page.of(found, RegistrationView::cursor, RegistrationView.Listing::new, uri);
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Path("{asn}")
    @Operation(summary = "One peer ASN as it was registered last, with outcomes and evidence")
    public RegistrationView find(String asn) {
        long number = number(asn);
        return queue.find(number, discretion()).orElseThrow(() -> VerdictAnswers.noSuchRegistration(number));
    }

    @POST
    @Path("{asn}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find the registration Approved: the peer may ask for peerings")
    public Response approve(String asn, @NotNull(message = BODY_MISSING) @Valid Wish.Approval wish) {
        long number = number(asn);
        return answers.to(number, desk.approve(number, caller.name(), wish.reason(), wish.overridesOrNone()));
    }

    @POST
    @Path("{asn}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find the registration Failed, with the reason that the peer is told")
    public Response reject(String asn, @NotNull(message = BODY_MISSING) @Valid Wish.Rejection wish) {
        long number = number(asn);
        return answers.to(number, desk.reject(number, caller.name(), wish.reason(), wish.ruleIdsOrNone()));
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
