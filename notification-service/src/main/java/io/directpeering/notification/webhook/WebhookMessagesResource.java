package io.directpeering.notification.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.idempotency.Once;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is sent to a webhook: a ping by hand, the log of its messages, one of them again.
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookMessagesResource {

    private final WebhookDesk desk;
    private final OwnWebhooks webhooks;
    private final WebhookLedger ledger;
    private final Pings pings;
    private final Once once;
    private final KeyReader keys;

    WebhookMessagesResource(
            WebhookDesk desk, OwnWebhooks webhooks, WebhookLedger ledger, Pings pings, Once once, KeyReader keys) {
        this.desk = desk;
        this.webhooks = webhooks;
        this.ledger = ledger;
        this.pings = pings;
        this.once = once;
        this.keys = keys;
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "testWebhook", summary = "Post a message of type ping now, once, and say what came of it")
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(schema = @Schema(implementation = WebhookView.Message.class)))
    @APIResponse(
            responseCode = "202",
            description = "What came of it is not known (yet)",
            content = @Content(schema = @Schema(implementation = WebhookView.Message.class)))
    public Response test(@PathParam("id") String id) {
        return once.answer(keys.read(null), Pings.Written.class, () -> pings.write(webhooks.held(id)), this::told);
    }

    private Response told(Pings.Written ping) {
        var delivery = pings.await(ping);
        var answer = Pings.isOver(delivery) ? Response.ok() : Response.accepted();
        return answer.entity(WebhookView.Message.of(delivery)).build();
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Messages to a webhook, the latest first",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of messages",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = WebhookView.Messages.class)))
    public Response deliveries(
            @PathParam("id") String id,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var webhook = webhooks.seen(id);
        var page = Page.of(limit, after, Page::number);
        var behind = page.after() == null ? Long.MAX_VALUE : page.after();
        var found = ledger.ofWebhook(webhook.id, behind, page.lookFor());
        return page.answer(
                found.stream().map(WebhookView.Message::of).toList(),
                last -> Long.toString(last.id()),
                WebhookView.Messages::new,
                uri);
    }

    @POST
    @Path("/{id}/deliveries/{deliveryId}/replay")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(operationId = "replayWebhookDelivery", summary = "Send a message again, under the id it has")
    @APIResponse(
            responseCode = "202",
            description = "It is due now",
            content = @Content(schema = @Schema(implementation = WebhookView.Message.class)))
    public Response replay(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        return once.answer(
                keys.read(null),
                WebhookView.Message.class,
                () -> replayed(webhooks.held(id), deliveryId),
                message -> Response.accepted(message).build());
    }

    private WebhookView.Message replayed(Webhook webhook, String deliveryId) {
        if (webhook.state == WebhookState.Disabled) {
            throw Problems.conflict("WebhookDisabled", "id", "The webhook is disabled. Enable it first.");
        }
        return Page.number(deliveryId)
                .flatMap(number -> desk.replay(webhook, number))
                .map(WebhookView.Message::of)
                .orElseThrow(() -> Problems.absent(
                        "There is no such message about a peering to this webhook; a ping is sent by /test."));
    }
}
