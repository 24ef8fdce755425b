package io.directpeering.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A row of table webhook: an address that is told.
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills them in.
public class Webhook extends PanacheEntityBase {

    @Id
    public UUID id;

    /// Whose it is; null: the operator's own, about every peer.
    public @Nullable Long peerAsn;

    public String url;
    public @Nullable String description;

    /// Types of facts; empty: all.
    public List<String> events;

    @Enumerated(EnumType.STRING)
    public WebhookState state;

    public @Nullable String disabledReason;

    /// Sealed ([SecretSeal]).
    public byte[] secret;

    public byte @Nullable [] formerSecret;

    /// Until then messages are signed with the former secret too.
    public @Nullable Instant formerSecretUntil;

    public String createdBy;
    public Instant createdAt;

    /// Since when every post failed; null: the last one did not.
    public @Nullable Instant failingSince;

    /// How often in a row, each pause counted once.
    public int failures;

    /// Nothing is posted before this moment.
    public @Nullable Instant heldUntil;

    boolean wants(String eventType) {
        return events.isEmpty() || events.contains(eventType);
    }

    boolean ofOperator() {
        return peerAsn == null;
    }

    void enable() {
        state = WebhookState.Enabled;
        disabledReason = null;
        failingSince = null;
        failures = 0;
        heldUntil = null;
    }

    void disable(String reason) {
        state = WebhookState.Disabled;
        disabledReason = reason;
    }

    /// Both secrets in force at a moment, the present one first; sealed.
    List<byte[]> secretsAt(Instant moment) {
        return formerSecret != null && formerSecretUntil != null && moment.isBefore(formerSecretUntil)
                ? List.of(secret, formerSecret)
                : List.of(secret);
    }
}
