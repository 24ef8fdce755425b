package io.directpeering.notification.webhook;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.condition.Conditions;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.directpeering.http.problem.Problems;
import io.directpeering.notification.reach.Reach;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Addresses that are told of transitions, by the Standard Webhooks specification.
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhooksResource {

    private final WebhookDesk desk;
    private final OwnWebhooks webhooks;
    private final SecretSeal seal;
    private final Reach reach;
    private final Once once;
    private final KeyReader keys;
    private final Conditions conditions;
    private final Caller caller;

    WebhooksResource(
            WebhookDesk desk,
            OwnWebhooks webhooks,
            SecretSeal seal,
            Reach reach,
            Once once,
            KeyReader keys,
            Conditions conditions,
            Caller caller) {
        this.desk = desk;
        this.webhooks = webhooks;
        this.seal = seal;
        this.reach = reach;
        this.once = once;
        this.keys = keys;
        this.conditions = conditions;
        this.caller = caller;
    }

    /// A webhook that was made or changed, as it was then.
    ///
    /// @param sealedSecret null: it has no new one
    record Done(WebhookView webhook, byte @Nullable [] sealedSecret) {

        static Done of(WebhookView webhook) {
            return new Done(webhook, null);
        }
    }

    /// It was deleted.
    record Removed(UUID id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook; the answer shows its secret, which is not shown again")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookWish.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is registered",
            headers = {@Header(name = "ETag", ref = "ETag"), @Header(name = "Location", ref = "Location")},
            content = @Content(schema = @Schema(implementation = WebhookView.WithSecret.class)))
    public Response register(@Nullable WebhookWish wish) {
        var asked = required(wish);
        var violations = asked.violations(reach);
        violations.check(asked.url() != null, "url", "is required");
        if (!caller.hasRole(Roles.OPERATOR)) {
            violations.check(
                    asked.peerAsn() != null, "peerAsn", "is required: the ASN whose peerings the webhook is told of");
        }
        violations.refuseIfAny();
        if (asked.peerAsn() != null && !webhooks.mayChange(asked.peerAsn())) {
            throw Problems.forbidden("You do not speak for AS" + asked.peerAsn() + ".");
        }
        return once.answer(keys.read(asked), Done.class, () -> registered(asked), done -> told(Status.CREATED, done));
    }

    private Done registered(WebhookWish asked) {
        requireKey();
        var webhook = desk.register(asked, String.valueOf(asked.url()), caller.name())
                .orElseThrow(() -> Problems.conflict(
                        "TooManyWebhooks", "peerAsn", "There are as many webhooks as one may have. Delete one first."));
        return new Done(webhooks.view(webhook), webhook.secret);
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listWebhooks",
            summary = "The webhooks that the caller may see, in the order of their registration",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of webhooks",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = WebhookView.Several.class)))
    public Response all(
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Page.of(limit, after, Place.reader(UUID::fromString));
        return page.answer(
                webhooks.list(page).stream().map(webhooks::view).toList(),
                last -> new Place<>(last.createdAt(), last.id()).text(),
                WebhookView.Several::new,
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(operationId = "readWebhook", summary = "One webhook")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response one(@PathParam("id") String id) {
        return conditions.shown(webhooks.view(webhooks.seen(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(
            operationId = "changeWebhook",
            summary = "Change what is given of url, events, description and state; Enabled also ends a pause")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookWish.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response change(@PathParam("id") String id, @Nullable WebhookWish wish) {
        var asked = required(wish);
        var violations = asked.violations(reach);
        violations.check(asked.peerAsn() == null, "peerAsn", "cannot be changed; register another webhook");
        violations.refuseIfAny();
        return once.answer(
                keys.read(asked),
                Done.class,
                () -> {
                    var webhook = webhooks.held(id);
                    desk.change(webhook, asked);
                    return Done.of(webhooks.view(webhook));
                },
                done -> told(Status.OK, done));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook; what was not sent to it yet will not be")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public Response remove(@PathParam("id") String id) {
        return once.answer(
                keys.read(null),
                Removed.class,
                () -> {
                    var webhook = webhooks.held(id);
                    desk.remove(webhook);
                    return new Removed(webhook.id);
                },
                _ -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/rotate-secret")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give it a new secret, shown once; for a day messages are signed with both")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = WebhookView.WithSecret.class)))
    public Response rotate(@PathParam("id") String id) {
        return once.answer(
                keys.read(null),
                Done.class,
                () -> {
                    var webhook = webhooks.held(id);
                    requireKey();
                    desk.rotate(webhook);
                    return new Done(webhooks.view(webhook), webhook.secret);
                },
                done -> told(Status.OK, done));
    }

    /// An answer that shows a secret is kept by nobody: who asks again under the same key has it unsealed again.
    private Response told(Status status, Done done) {
        var webhook = done.webhook();
        var answer = conditions.told(status, webhook).location(URI.create("/webhooks/" + webhook.id()));
        return done.sealedSecret() == null
                ? answer.build()
                : answer.entity(new WebhookView.WithSecret(webhook, seal.open(done.sealedSecret(), webhook.id())))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    private static WebhookWish required(@Nullable WebhookWish wish) {
        if (wish == null) {
            throw Problems.invalid("body", "is missing: a JSON object with the webhook's url");
        }
        return wish;
    }

    private void requireKey() {
        if (!seal.ready()) {
            throw Problems.conflict(
                    "Webhooks are not set up here: peering.webhook.encryption-keys has no key to keep secrets with.",
                    Map.of("code", "WebhooksNotSetUp"));
        }
    }
}
