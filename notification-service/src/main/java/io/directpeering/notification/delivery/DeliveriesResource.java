package io.directpeering.notification.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Who was told what of a peering, and how that went.
@Path("/deliveries")
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
            summary = "Deliveries of a peering in the order in which they were written; none for a peering that nobody"
                    + " knows, and none of other networks'")
    @APIResponse(
            responseCode = "200",
            description = "A page of them; a Link of relation next leads to the next one",
            content = @Content(schema = @Schema(implementation = Deliveries.class)))
    public Response of(
            @QueryParam("peeringId") @Nullable String peeringId,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        var peering = uuid(peeringId);
        var only = channel == null ? null : channel(channel);
        var page = Page.of(limit, after);
        var found = ledger.ofPeering(peering, only, page.after(), page.limit() + 1, caller.seesAll(), caller.asns());
        return page.answer(
                "/deliveries?peeringId=" + peering + (only == null ? "" : "&channel=" + only),
                found.stream().map(this::shown).toList(),
                Shown::id,
                Deliveries::new);
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
