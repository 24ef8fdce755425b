package io.directpeering.provisioning.wiring;

import java.util.Optional;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.ReadableText;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where the peer and the operator report what happens on the wire.
@Path("/peerings/{peeringId}/connections/{connectionId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.PEER, Roles.OPERATOR})
@Tag(name = "Wiring")
public class WiringEndpoint {

    private static final String UNDECIDED = "Stored; what the judge makes of it did not come in time";

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
    private final Once once;
    private final KeyReader keys;
    private final Caller caller;

    WiringEndpoint(Reports reports, Decision decision, Once once, KeyReader keys, Caller caller) {
        this.reports = reports;
        this.decision = decision;
        this.once = once;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Path("/link-tests")
    @Operation(
            operationId = "reportLinkTest",
            summary = "Report packets that were sent over the new wire, and those that came back")
    @APIResponse(
            responseCode = "201",
            description = "It is recorded",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response linkTest(
            UUID peeringId,
            UUID connectionId,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid LinkTestBody body) {
        int sent = given(body.packetsSent());
        int received = given(body.packetsReceived());
        if (received > sent) {
            throw Problems.invalid("packetsReceived", "must be at most packetsSent, which is " + sent);
        }
        var test = new WireReport.LinkTest(
                sent, received, body.roundTripMs(), body.note(), Optional.empty(), Optional.empty());
        return report(peeringId, connectionId, test, body, Status.CREATED);
    }

    @POST
    @Path("/wiring-completed")
    @Operation(operationId = "reportWiringCompleted", summary = "Report that the peer's side is wired and configured")
    @APIResponse(
            responseCode = "200",
            description = "It is taken; the session is provisioned next",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response wired(
            UUID peeringId,
            UUID connectionId,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid WiringBody body) {
        return report(
                peeringId, connectionId, new WireReport.Wired(body.crossConnectId(), body.note()), body, Status.OK);
    }

    @POST
    @Path("/abort")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "abortProvisioning", summary = "Give this attempt up, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "It is given up",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = UNDECIDED,
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response abort(
            UUID peeringId,
            UUID connectionId,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid AbortBody body) {
        return report(peeringId, connectionId, new WireReport.Aborted(given(body.reason())), body, Status.OK);
    }

    private Response report(UUID peeringId, UUID connectionId, WireReport report, Object body, Status whenAccepted) {
        return once.answer(
                keys.read(body),
                Decision.Stated.class,
                () -> new Decision.Stated(
                        peeringId,
                        connectionId,
                        reports.take(peeringId, connectionId, report, caller),
                        whenAccepted.getStatusCode(),
                        "/peerings/" + peeringId),
                decision::answer);
    }

    /// What validation has found to be there.
    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A body was not validated");
        }
        return value;
    }
}
