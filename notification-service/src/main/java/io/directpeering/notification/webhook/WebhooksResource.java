package io.directpeering.notification.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import io.directpeering.notification.delivery.Page;
import io.directpeering.notification.reach.Reach;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Addresses that are told of transitions, by the Standard Webhooks specification.
@Path("/webhooks")
public class WebhooksResource {

    private static final int UUID_LENGTH = 36;

    private final WebhookDesk desk;
    private final WebhookLedger ledger;
    private final Posting posting;
    private final SecretSeal seal;
    private final Reach reach;
    private final Caller caller;
    private final Clock clock;

    WebhooksResource(
            WebhookDesk desk,
            WebhookLedger ledger,
            Posting posting,
            SecretSeal seal,
            Reach reach,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.posting = posting;
        this.seal = seal;
        this.reach = reach;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Registers a webhook; the answer shows its secret, which is not shown again")
    @APIResponse(responseCode = "201", description = "Registered")
    public Response register(@Nullable WebhookWish wish) {
        var asked = required(wish);
        var violations = asked.violations(reach);
        violations.check(asked.url() != null, "url", "is required");
        if (!caller.hasRole(Roles.OPERATOR)) {
            violations.check(
                    asked.peerAsn() != null, "peerAsn", "is required: the ASN whose peerings the webhook is told of");
        }
        violations.refuseIfAny();
        if (asked.peerAsn() != null && !mayChange(asked.peerAsn())) {
            throw Problems.forbidden("You do not speak for AS" + asked.peerAsn() + ".");
        }
        requireKey();
        var made = desk.register(asked, String.valueOf(asked.url()), caller.name())
                .orElseThrow(() -> Problems.conflict(
                        "TooManyWebhooks", "peerAsn", "There are as many webhooks as one may have. Delete one first."));
        return Response.created(URI.create("/webhooks/" + made.webhook().id))
                .entity(shown(made))
                .build();
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(summary = "The webhooks that the caller may see, in the order of their registration")
    public WebhookView.Several all() {
        List<Webhook> found = caller.seesAll()
                ? Webhook.list("order by createdAt, id")
                : Webhook.list("peerAsn in ?1 order by createdAt, id", caller.asns());
        return new WebhookView.Several(found.stream().map(this::shown).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(summary = "One webhook")
    public WebhookView one(@PathParam("id") String id) {
        return shown(seen(id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Changes what is given of url, events, description and state; Enabled also ends a pause")
    public WebhookView change(@PathParam("id") String id, @Nullable WebhookWish wish) {
        var webhook = mine(id);
        var asked = required(wish);
        var violations = asked.violations(reach);
        violations.check(asked.peerAsn() == null, "peerAsn", "cannot be changed; register another webhook");
        violations.refuseIfAny();
        return shown(desk.change(webhook.id, asked));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Deletes a webhook; what was not sent to it yet will not be")
    public void remove(@PathParam("id") String id) {
        desk.remove(mine(id).id);
    }

    @POST
    @Path("/{id}/rotate-secret")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Gives it a new secret, shown once; for a day messages are signed with both")
    public WebhookView.WithSecret rotate(@PathParam("id") String id) {
        var webhook = mine(id);
        requireKey();
        return shown(desk.rotate(webhook.id));
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Posts a message of type ping now, once, and says what came of it")
    public WebhookView.Message test(@PathParam("id") String id) {
        var webhook = mine(id);
        var ping = desk.ping(webhook);
        var answer = posting.send(ping);
        return WebhookView.Message.of(desk.pinged(webhook, ping, answer));
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(summary = "Messages to a webhook, the latest first")
    public Response deliveries(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var webhook = seen(id);
        var page = Page.of(limit, after);
        var found = ledger.ofWebhook(webhook.id, page.after() == 0 ? Long.MAX_VALUE : page.after(), page.limit() + 1);
        return page.answer(
                "/webhooks/" + webhook.id + "/deliveries",
                found.stream().map(WebhookView.Message::of).toList(),
                WebhookView.Message::id,
                WebhookView.Messages::new);
    }

    @POST
    @Path("/{id}/deliveries/{deliveryId}/replay")
    @RolesAllowed({Roles.PEER, Roles.OPERATOR})
    @Operation(summary = "Sends a message again, under the id it has")
    @APIResponse(responseCode = "202", description = "It is due now")
    public Response replay(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        var webhook = mine(id);
        if (webhook.state == WebhookState.Disabled) {
            throw Problems.conflict("WebhookDisabled", "id", "The webhook is disabled. Enable it first.");
        }
        if (!deliveryId.matches("[1-9][0-9]{0,17}")) {
            throw Problems.absent("There is no such message to this webhook.");
        }
        var replayed = desk.replay(webhook.id, Long.parseLong(deliveryId))
                .orElseThrow(() -> Problems.absent(
                        "There is no such message about a peering to this webhook; a ping is sent by /test."));
        return Response.accepted(WebhookView.Message.of(replayed)).build();
    }

    private WebhookView shown(Webhook webhook) {
        return WebhookView.of(webhook, caller.contactsMasked(), clock.instant());
    }

    private WebhookView.WithSecret shown(WebhookDesk.Made made) {
        return new WebhookView.WithSecret(shown(made.webhook()), made.secret());
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

    private boolean mayChange(long asn) {
        return caller.hasRole(Roles.OPERATOR) || caller.asns().contains(asn);
    }

    /// One that the caller may know of; of any other there is none.
    private Webhook seen(String id) {
        var webhook = find(id);
        if (!caller.seesAll() && (webhook.peerAsn == null || !caller.asns().contains(webhook.peerAsn))) {
            throw absent();
        }
        return webhook;
    }

    private Webhook mine(String id) {
        var webhook = seen(id);
        if (!caller.hasRole(Roles.OPERATOR) && (webhook.peerAsn == null || !mayChange(webhook.peerAsn))) {
            throw absent();
        }
        return webhook;
    }

    private static Webhook find(String id) {
        try {
            if (id.length() == UUID_LENGTH) {
                return Webhook.<Webhook>findByIdOptional(UUID.fromString(id)).orElseThrow(WebhooksResource::absent);
            }
        } catch (IllegalArgumentException e) {
            // Answered below: nothing has such an id.
        }
        throw absent();
    }

    static HttpProblem absent() {
        return Problems.absent("There is no such webhook.");
    }
}
