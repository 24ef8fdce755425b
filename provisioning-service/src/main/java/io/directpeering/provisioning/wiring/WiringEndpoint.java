package io.directpeering.provisioning.wiring;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

/// Where the peer and the operator report what happens on the wire.
@Path("/peerings/{peeringId}/connections/{connectionId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.PEER, Roles.OPERATOR})
public class WiringEndpoint {

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_RULE = "[\\x21-\\x7E]{1,200}";
    private static final String KEY_MESSAGE = "is not 1 to 200 visible ASCII characters";

    /// @param roundTripMs average; absent where nothing came back
    public record LinkTestBody(
            @NotNull(message = "is missing; say how many packets were sent")
            @Min(value = 1, message = "must be at least 1")
            @Max(value = 1_000_000, message = "must be at most 1000000")
            @Nullable
            Integer packetsSent,

            @NotNull(message = "is missing; say how many packets came back")
            @Min(value = 0, message = "must not be negative")
            @Max(value = 1_000_000, message = "must be at most 1000000")
            @Nullable
            Integer packetsReceived,

            @Min(value = 0, message = "must not be negative")
            @Max(value = 60_000, message = "must be at most 60000 ms")
            @Nullable
            Double roundTripMs,

            @ReadableText @Nullable String note) {}

    public record WiringBody(
            @Pattern(regexp = "[\\x20-\\x7E]{1,100}", message = "is not 1 to 100 printable ASCII characters") @Nullable
            String crossConnectId,

            @ReadableText @Nullable String note) {}

    public record AbortBody(
            @NotNull(message = "is missing; say why the attempt is given up") @ReadableText @Nullable
            String reason) {}

    private final Reports reports;
    private final Decision decision;
    private final Caller caller;

    WiringEndpoint(Reports reports, Decision decision, Caller caller) {
        this.reports = reports;
        this.decision = decision;
        this.caller = caller;
    }

    @POST
    @Path("/link-tests")
    public Response linkTest(
            UUID peeringId,
            UUID connectionId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid LinkTestBody body)
            throws InterruptedException {
        int sent = given(body.packetsSent());
        int received = given(body.packetsReceived());
        if (received > sent) {
            throw Problems.invalid("packetsReceived", "must be at most packetsSent, which is " + sent);
        }
        var test = new WireReport.LinkTest(sent, received, body.roundTripMs(), body.note());
        return report(peeringId, connectionId, test, key, Status.CREATED);
    }

    @POST
    @Path("/wiring-completed")
    public Response wired(
            UUID peeringId,
            UUID connectionId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid WiringBody body)
            throws InterruptedException {
        return report(
                peeringId, connectionId, new WireReport.Wired(body.crossConnectId(), body.note()), key, Status.OK);
    }

    @POST
    @Path("/abort")
    @RolesAllowed(Roles.OPERATOR)
    public Response abort(
            UUID peeringId,
            UUID connectionId,
            @HeaderParam(KEY) @Pattern(regexp = KEY_RULE, message = KEY_MESSAGE) @Nullable String key,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid AbortBody body)
            throws InterruptedException {
        return report(peeringId, connectionId, new WireReport.Aborted(given(body.reason())), key, Status.OK);
    }

    private Response report(
            UUID peeringId, UUID connectionId, WireReport report, @Nullable String key, Status whenAccepted)
            throws InterruptedException {
        return switch (reports.take(peeringId, connectionId, report, caller, key)) {
            case Reports.Receipt.Taken(var eventId) ->
                decision.answer(peeringId, connectionId, eventId, whenAccepted, URI.create("/peerings/" + peeringId));
            case Reports.Receipt.NoSuchConnection() ->
                throw Problems.absent(
                        "Peering " + peeringId + " has no connection " + connectionId + " that has been requested.");
            case Reports.Receipt.NoPortYet() ->
                throw Problems.conflict(
                        "No port is assigned to the connection yet, so nothing can be wired to it. Wait for the letter"
                                + " of authorization.",
                        Map.of("code", "NoPortYet"));
            case Reports.Receipt.KeyUsedOtherwise() ->
                throw Problems.conflict(
                        "Another report was made under this " + KEY + ". Take a new key for a new report.",
                        Map.of("code", "KeyUsedOtherwise"));
        };
    }

    /// What validation has found to be there.
    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A body was not validated");
        }
        return value;
    }
}
