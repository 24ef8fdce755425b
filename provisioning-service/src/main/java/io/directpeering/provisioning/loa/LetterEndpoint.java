package io.directpeering.provisioning.loa;

import java.util.UUID;
import java.util.function.Function;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.ReadableText;
import io.directpeering.outcomes.Progress;
import io.directpeering.provisioning.loa.LetterOrders.Receipt;
import io.directpeering.provisioning.wiring.Decision;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/// A connection's letter: shows it, prints it; issues another, revokes it.
@Path("/peerings/{peeringId}/connections/{connectionId}/loa")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
@Blocking
@Tag(name = "Letters of authorization")
public class LetterEndpoint {

    private static final String UNDECIDED = "Stored; what the judge makes of it did not come in time";

    public record RevokeBody(
            @NotNull(message = "is missing; say why the letter is revoked") @ReadableText @Nullable
            String reason) {}

    private final OwnLetters letters;
    private final LetterOrders orders;
    private final Decision decision;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;

    LetterEndpoint(
            OwnLetters letters,
            LetterOrders orders,
            Decision decision,
            Once once,
            KeyReader keys,
            Conditions conditions,
            Caller caller) {
        this.letters = letters;
        this.orders = orders;
        this.decision = decision;
        this.once = once;
        this.keys = keys;
        this.conditions = conditions;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "readLetter",
            summary = "The connection's latest letter, whatever has become of it; as PDF for whoever asks for one")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LetterView.class)),
                @Content(
                        mediaType = PdfAnswer.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response show(UUID peeringId, UUID connectionId) {
        return conditions.shown(letters.demand(peeringId, connectionId));
    }

    /// For whoever asks for one: who takes anything gets JSON.
    @GET
    @Produces(PdfAnswer.MEDIA_TYPE + ";qs=0.5")
    @Transactional
    @Operation(hidden = true) // described with the other
    public Response print(UUID peeringId, UUID connectionId) {
        return letters.print(peeringId, connectionId);
    }

    @POST
    @Path("/reissue")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "reissueLetter", summary = "Issue another letter; the one that is out counts no more")
    @APIResponse(
            responseCode = "201",
            description = "It is issued",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response reissue(UUID peeringId, UUID connectionId) {
        return order(
                peeringId,
                connectionId,
                null,
                Status.CREATED,
                expects -> orders.reissue(peeringId, connectionId, caller.name(), expects));
    }

    @POST
    @Path("/revoke")
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "revokeLetter", summary = "Have the letter that is out count no more, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "It is revoked",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response revoke(
            UUID peeringId,
            UUID connectionId,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid RevokeBody body) {
        var reason = requireNonNull(body.reason(), "A body was not validated");
        return order(
                peeringId,
                connectionId,
                body,
                Status.OK,
                expects -> orders.revoke(peeringId, connectionId, reason, caller.name(), expects));
    }

    private Response order(
            UUID peeringId,
            UUID connectionId,
            @Nullable Object body,
            Status whenAccepted,
            Function<@Nullable Long, Receipt> order) {
        var place = "/peerings/" + peeringId + "/connections/" + connectionId + "/loa";
        return once.answer(
                keys.read(body),
                Decision.Stated.class,
                () -> {
                    var receipt = order.apply(expected(peeringId, connectionId));
                    return new Decision.Stated(
                            peeringId, connectionId, receipt.eventId(), whenAccepted.getStatusCode(), place);
                },
                decision::answer);
    }

    /// Where the client wants to change the letter that it has seen: the sequence at which that is so. The letter
    /// changes only when the log has the order, so the judge has to look again.
    private @Nullable Long expected(UUID peeringId, UUID connectionId) {
        var sequence = Progress.held(peeringId);
        letters.find(peeringId, connectionId).ifPresentOrElse(conditions::demand, conditions::demandAbsent);
        return conditions.nameATag() ? sequence : null;
    }
}
