package io.directpeering.notification.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.http.identity.Caller;
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

/// Who was told what of a peering, and how that went.
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
public class DeliveriesResource {

    private static final int UUID_LENGTH = 36;

    private final DeliveryLedger ledger;
    private final Caller caller;

    DeliveriesResource(DeliveryLedger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PEER, Roles.OPERATOR, Roles.APPROVER, Roles.ANALYST})
    @Operation(
            operationId = "listDeliveries",
            summary = "Deliveries of a peering in the order in which they were written; none for a peering that nobody"
                    + " knows, and none of other networks'",
            description = "Where there are more, the header Link names the next page (rel=\"next\").")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            headers = @Header(name = "Link", ref = "Link"),
            content = @Content(schema = @Schema(implementation = Deliveries.class)))
    public Response of(
            @Parameter(required = true, schema = @Schema(implementation = UUID.class))
                    @QueryParam("peeringId")
                    @Nullable
                    String peeringId,
            @Parameter(description = "Left out: both", schema = @Schema(implementation = Channel.class))
                    @QueryParam("channel")
                    @Nullable
                    String channel,
            @Parameter(description = Page.LIMIT, schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = Page.AFTER) @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var peering = uuid(peeringId);
        var only = channel == null ? null : channel(channel);
        var page = Page.of(limit, after, Page::number);
        var behind = page.after() == null ? 0 : page.after();
        var found = ledger.ofPeering(peering, only, behind, page.lookFor(), caller.seesAll(), caller.asns());
        return page.answer(
                found.stream().map(this::shown).toList(), last -> Long.toString(last.id()), Deliveries::new, uri);
    }

    private static UUID uuid(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Problems.invalid("peeringId", "is missing: give the id of a peering, as /deliveries?peeringId=…");
        }
        try {
            // The parser of the JDK takes shortened groups too, which are somebody's typing error.
            if (given.length() == UUID_LENGTH) {
                return UUID.fromString(given);
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        throw Problems.invalid("peeringId", "is not a UUID such as 123e4567-e89b-42d3-a456-426614174000");
    }

    private static Channel channel(String given) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("channel", "must be Email or Webhook"));
    }

    private Shown shown(Delivery delivery) {
        return Shown.of(delivery, caller.contactsMasked());
    }

    public record Deliveries(List<Shown> items) {}

    /// @param id        as `after` for the next page
    /// @param recipient an address, or the id of a webhook
    /// @param reason    why it is undeliverable, or why the last attempt failed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Delivery")
    public record Shown(
            long id,
            @Nullable UUID peeringId,
            @Nullable Long sequence,
            String recipient,
            Channel channel,
            String subject,
            String messageId,
            DeliveryStatus status,
            @Nullable String reason,
            int attempts,
            @Nullable Instant sentAt) {

        static Shown of(Delivery delivery, boolean masked) {
            boolean hide = masked && delivery.channel == Channel.Email;
            return new Shown(
                    delivery.id,
                    delivery.peeringId,
                    delivery.sequence,
                    hide ? maskedAddress(delivery.recipient) : delivery.recipient,
                    delivery.channel,
                    delivery.subject,
                    delivery.messageId,
                    delivery.status,
                    // A mail server's answer may well name the mailbox.
                    hide ? null : delivery.reason,
                    delivery.attempts,
                    delivery.sentAt);
        }

        private static String maskedAddress(String address) {
            int at = address.lastIndexOf('@');
            return at < 0 ? "***" : "***" + address.substring(at);
        }
    }
}
