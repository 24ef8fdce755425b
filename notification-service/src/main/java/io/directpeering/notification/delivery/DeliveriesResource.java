package io.directpeering.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Who was told what of a peering, and how that went.
@Path("/deliveries")
public class DeliveriesResource {

    private static final int UUID_LENGTH = 36;

    private final DeliveryLedger ledger;

    DeliveriesResource(DeliveryLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "Deliveries of a peering in the order of its transitions; none for a peering nobody knows")
    public Deliveries of(@QueryParam("peeringId") @Nullable String peeringId) {
        return new Deliveries(ledger.ofPeering(uuid(peeringId), null, 0, 10000).stream()
                .map(Shown::of)
                .toList());
    }

    private static UUID uuid(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw problem("is missing: give the id of a peering, as /deliveries?peeringId=…");
        }
        try {
            // The parser of the JDK takes shortened groups too, which are somebody's typing error.
            if (given.length() == UUID_LENGTH) {
                return UUID.fromString(given);
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        throw problem("is not a UUID such as 123e4567-e89b-42d3-a456-426614174000");
    }

    private static HttpProblem problem(String message) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Bad Request")
                .withDetail("peeringId " + message)
                .with("errors", List.of(new FieldError("peeringId", message)))
                .build();
    }

    public record FieldError(String field, String message) {}

    public record Deliveries(List<Shown> items) {}

    /// @param reason why it is undeliverable, or why the last attempt failed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID peeringId,
            long sequence,
            String recipient,
            Channel channel,
            String subject,
            String messageId,
            DeliveryStatus status,
            @Nullable String reason,
            int attempts,
            @Nullable Instant sentAt) {

        static Shown of(Delivery delivery) {
            return new Shown(
                    delivery.peeringId,
                    delivery.sequence,
                    delivery.recipient,
                    delivery.channel,
                    delivery.subject,
                    delivery.messageId,
                    delivery.status,
                    delivery.reason,
                    delivery.attempts,
                    delivery.sentAt);
        }
    }
}
