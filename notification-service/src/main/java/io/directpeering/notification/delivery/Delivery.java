package io.directpeering.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A row of table delivery: one transition told to one recipient. Holds the words too, so that a mail sent again
/// is the same mail.
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills them in.
public class Delivery extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID peeringId;
    public long sequence;

    /// Whose peering it is; null in rows from before it was kept.
    public @Nullable Long peerAsn;

    public String recipient;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    public String subject;
    public String body;

    /// Null: a mail of text only, as they were before.
    public @Nullable String html;

    public String messageId;
    public @Nullable String inReplyTo;

    @Enumerated(EnumType.STRING)
    public DeliveryStatus status;

    /// Why it is undeliverable, or why the last attempt failed.
    public @Nullable String reason;

    public int attempts;
    public Instant writtenAt;

    /// Not before this moment does a sender take it up (again).
    public Instant dueAt;

    public @Nullable Instant sentAt;
}
