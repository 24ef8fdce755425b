package io.directpeering.approval.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.directpeering.approval.policy.Policy;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.openapi.CommonParts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The policy in force, for everybody to read, and for peers to try a request on.
@Path("/policy")
@Tag(name = "Policy")
class PolicyResource {

    /// The page needs its own style and nothing else.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final Policy policy;
    private final CheckReader reader;

    PolicyResource(Policy policy, CheckReader reader) {
        this.policy = policy;
        this.reader = reader;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPolicy",
            summary = "The policy in force: every rule with its severity and parameters, or a page for people",
            extensions = @Extension(name = CommonParts.PUBLIC, value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PolicyView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public PolicyView policy() {
        return PolicyView.of(policy);
    }

    @GET
    @PermitAll
    @Produces("text/html;qs=0.9")
    @Operation(hidden = true) // described with the other
    public Response page() {
        return Response.ok(PolicyPage.policy(PolicyView.of(policy)).render(), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .build();
    }

    @POST
    @Path("check")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkPolicy",
            summary = "What the policy makes of a request, before it is made",
            description = "Takes what POST /peerings takes, and contacts; without contacts those that are registered"
                    + " count. Stores nothing and sends nothing.",
            extensions = @Extension(name = CommonParts.REPEATABLE, value = "true", parseValue = true))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CheckBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What every rule about requests makes of it",
            content = @Content(schema = @Schema(implementation = CheckView.class)))
    public CheckView check(@Nullable CheckBody body) {
        return CheckView.of(policy, reader.read(body));
    }
}
