package io.directpeering.provisioning.loa;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.ReadableText;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.loa.LetterOrders.Receipt;
import io.directpeering.provisioning.wiring.Decision;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

/// A connection's letter: shows it, prints it; issues another, revokes it.
@Path("/peerings/{peeringId}/connections/{connectionId}/loa")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.ANALYST})
@Blocking
public class LetterEndpoint {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_RULE = "[\\x21-\\x7E]{1,200}";
    private static final String KEY_MESSAGE = "is not 1 to 200 visible ASCII characters";

    public record RevokeBody(
            @NotNull(message = "is missing; say why the letter is revoked") @ReadableText @Nullable
            String reason) {}

    private final Letters letters;
    private final LetterOrders orders;
    private final LetterPrint print;
    private final Decision decision;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Caller caller;

    LetterEndpoint(
            Letters letters,
            LetterOrders orders,
            LetterPrint print,
            Decision decision,
            Catalogue catalogue,
            InstantSource clock,
            Caller caller) {
        this.letters = letters;
        this.orders = orders;
        this.print = print;
        this.decision = decision;
        this.catalogue = catalogue;
        this.clock = clock;
        this.caller = caller;
    }

    /// The connection's latest letter, whatever has become of it.
    @GET
    @Transactional
    public LetterView show(UUID peeringId, UUID connectionId) {
        var letter = letter(peeringId, connectionId);
        return LetterView.of(
                letter, print.verificationUrl(letter), catalogue.operator().asn(), clock.instant());
    }

    /// For whoever asks for one: who takes anything gets JSON.
    @GET
    @Produces(PdfAnswer.MEDIA_TYPE + ";qs=0.5")
    @Transactional
    public Response print(UUID peeringId, UUID connectionId) {
        var letter = letter(peeringId, connectionId);
        return PdfAnswer.of(print.pdf(letter, clock.instant()), letter.number);
    }

    @POST
    @Path("/reissue")
    @RolesAllowed(Roles.OPERATOR)
    public Response reissue(
            UUID peeringId,
            UUID connectionId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key)
            throws InterruptedException {
        return answer(
                peeringId, connectionId, orders.reissue(peeringId, connectionId, caller.name(), key), Status.CREATED);
    }

    @POST
    @Path("/revoke")
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(
            UUID peeringId,
            UUID connectionId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid RevokeBody body)
            throws InterruptedException {
        var reason = body.reason();
        if (reason == null) {
            throw new IllegalStateException("A body was not validated");
        }
        return answer(
                peeringId, connectionId, orders.revoke(peeringId, connectionId, reason, caller.name(), key), Status.OK);
    }

    private Letter letter(UUID peeringId, UUID connectionId) {
        return letters.latest(connectionId)
                .filter(letter -> letter.peeringId.equals(peeringId) && caller.speaksFor(letter.peerAsn))
                .orElseThrow(() -> Problems.absent("No letter of authorization was issued for connection "
                        + connectionId + " of peering " + peeringId + "."));
    }

    private Response answer(UUID peeringId, UUID connectionId, Receipt receipt, Status whenAccepted)
            throws InterruptedException {
        return switch (receipt) {
            case Receipt.Taken(var eventId) ->
                decision.answer(
                        peeringId,
                        connectionId,
                        eventId,
                        whenAccepted,
                        URI.create("/peerings/" + peeringId + "/connections/" + connectionId + "/loa"));
            case Receipt.NoSuchConnection() ->
                throw Problems.absent(
                        "Peering " + peeringId + " has no connection " + connectionId + " that has been requested.");
            case Receipt.NoPort() ->
                throw Problems.conflict(
                        "No port is assigned to the connection, so there is nothing that a letter could name.",
                        Map.of("code", "NoPort"));
            case Receipt.NoLetter() ->
                throw Problems.conflict(
                        "No letter of authorization is out for the connection.", Map.of("code", "NoLetter"));
            case Receipt.HasEnded(var number, var how) ->
                throw Problems.conflict(
                        "Letter " + number + " is " + how.label() + ": there is nothing left to revoke.",
                        Map.of("code", "LetterHasEnded", "number", number, "letterStatus", how.label()));
            case Receipt.KeyUsedOtherwise() ->
                throw Problems.conflict(
                        "Another order was given under this " + KEY + ". Take a new key for a new order.",
                        Map.of("code", "KeyUsedOtherwise"));
        };
    }
}
