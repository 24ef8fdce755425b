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

/// A row of table delivery: one transition told to one recipient, by mail or by webhook. Holds the words too, so that
/// what is sent
/// again is the same.
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills them in.
public class Delivery extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /// Null where it is about a webhook itself: a test, or the mail that says it was disabled.
    public @Nullable UUID peeringId;

    public @Nullable Long sequence;

    /// Whose peering it is; null in rows from before it was kept.
    public @Nullable Long peerAsn;

    /// An address, or the webhook's id.
    public String recipient;

    /// To the operator's own people, so nothing that a peer sees.
    public boolean toOperator;

    public @Nullable UUID webhookId;

    /// Type of the fact, where it goes to a webhook.
    public @Nullable String eventType;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    public String subject;
    public String body;

    /// Null: a mail of text only, as they were before.
    public @Nullable String html;

    /// Message-ID of a mail, `webhook-id` of a webhook's message.
    public String messageId;
    public @Nullable String inReplyTo;

    /// What the letters that go with it say.
    public @Nullable String enclosures;

    @Enumerated(EnumType.STRING)
    public DeliveryStatus status;

    /// Why it is undeliverable, or why the last attempt failed.
    public @Nullable String reason;

    /// Status of the last answer, where a webhook gave one.
    public @Nullable Integer answerStatus;

    /// The trace of the transition that is told; null: none is followed.
    public @Nullable String traceparent;

    public int attempts;
    public Instant writtenAt;

    /// Since when it is to be sent: since it was written, or replayed by hand.
    public Instant pendingSince;

    /// Not before this moment does a sender take it up (again).
    public Instant dueAt;

    public @Nullable Instant sentAt;
}
