package io.directpeering.approval.review;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A question to the peer, its answer, or both.
@Entity
@Table(name = "inquiry")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Inquiry extends PanacheEntityBase {

    /// Event id of what was said first.
    @Id
    UUID eventId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "peering_id")
    Review review;

    /// Sequence of the transition by which it came.
    long ordinal;

    /// Null: the peer told something unasked.
    @Nullable
    String question;

    @Nullable
    String askedBy;

    @Nullable
    Instant askedAt;

    @Nullable
    Instant answerDueAt;

    @Nullable
    String answer;

    @Nullable
    String answeredBy;

    @Nullable
    Instant answeredAt;

    boolean isOpen() {
        return question != null && answer == null;
    }

    boolean isOverdue(Instant now) {
        return answerDueAt != null && now.isAfter(answerDueAt);
    }
}
