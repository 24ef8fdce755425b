package io.directpeering.provisioning.wiring;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where the operator has a router ping the peer over a new wire.
@Path("/peerings/{peeringId}/connections/{connectionId}/link-tests/run")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Wiring")
public class OwnLinkTestEndpoint {

    private static final int USUAL_PACKETS = 5;

    /// @param packets to send, five in a second; absent: 5
    public record OwnLinkTestBody(
            @Min(value = 1, message = "must be at least 1") @Max(value = 50, message = "must be at most 50") @Nullable
            Integer packets) {}

    private final OwnLinkTest ownLinkTest;
    private final Reports reports;
    private final Decision decision;
    private final Once once;
    private final KeyReader keys;
    private final Caller caller;

    OwnLinkTestEndpoint(
            OwnLinkTest ownLinkTest, Reports reports, Decision decision, Once once, KeyReader keys, Caller caller) {
        this.ownLinkTest = ownLinkTest;
        this.reports = reports;
        this.decision = decision;
        this.once = once;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "runLinkTest", summary = "Have the router ping the peer's end of the new wire")
    @APIResponse(
            responseCode = "201",
            description = "What came back is recorded",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = Decision.Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; what the judge makes of it did not come in time",
            content = @Content(schema = @Schema(implementation = Decision.Pending.class)))
    public Response run(
            UUID peeringId,
            UUID connectionId,
            @NotNull(message = "The request has no body; it takes a JSON object") @Valid OwnLinkTestBody body) {
        var packets = body.packets() == null ? USUAL_PACKETS : body.packets();
        return once.answer(
                keys.read(body),
                Decision.Stated.class,
                () -> new Decision.Stated(
                        peeringId,
                        connectionId,
                        reports.take(
                                peeringId, connectionId, ownLinkTest.run(peeringId, connectionId, packets), caller),
                        Status.CREATED.getStatusCode(),
                        "/peerings/" + peeringId),
                decision::answer);
    }
}
