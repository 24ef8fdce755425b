package io.directpeering.approval.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.FourEyes;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.http.identity.Caller;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The review of one request, as the log has it.
@Entity
@Table(name = "review")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Review extends PanacheEntityBase {

    @Id
    UUID peeringId;

    @Enumerated(EnumType.STRING)
    ReviewStatus status;

    String origin;

    long peerAsn;

    String peerName;

    String peeringName;

    String peeringLocation;

    String requestedBy;

    Instant openedAt;

    /// Sequence of the latest transition of the peering.
    long sequence;

    /// Sequence of the transition that a decision answers: the one that opened the review.
    long stageSequence;

    String policyVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RuleOutcome> outcomes;

    /// How many have to agree where nothing is overridden.
    int approvalsNeeded;

    /// Rules of which an override takes two.
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> twoWhenOverridden;

    @Nullable
    String decidedBy;

    @Nullable
    String decisionReason;

    @Nullable
    Instant decidedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    RefusedFact lastRefusal;

    @OneToMany(mappedBy = "review", fetch = FetchType.LAZY)
    @OrderBy("ordinal")
    @BatchSize(size = 100)
    List<Inquiry> inquiries = new ArrayList<>();

    /// In the order in which they were given.
    @OneToMany(mappedBy = "review", fetch = FetchType.LAZY)
    @OrderBy("approvedAt, approver")
    @BatchSize(size = 100)
    List<Consent> consents = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Person> contacts = List.of();

    /// A fact of ours that the judge refused.
    record RefusedFact(String fact, String statedBy, String code, String reason, long sequence) {}

    /// What the peer is waited for. A later question takes the place of one before it, and so does an answer.
    Optional<Inquiry> openQuestion() {
        return status == ReviewStatus.Open && !inquiries.isEmpty()
                ? Optional.of(inquiries.getLast()).filter(Inquiry::isOpen)
                : Optional.empty();
    }

    /// What this person agreed to, however the name was spelled then.
    Optional<Consent> consentOf(String actor) {
        return consents.stream()
                .filter(consent -> Caller.same(consent.approver, actor))
                .findFirst();
    }

    /// What others who agreed before gave as reasons, by id of the rule.
    Map<String, String> overridesBeside(String actor) {
        var reasons = new TreeMap<String, String>();
        consents.stream()
                .filter(consent -> !Caller.same(consent.approver, actor))
                .forEach(consent -> reasons.putAll(consent.overrides));
        return reasons;
    }

    /// How many have to agree, with the overrides that were given so far.
    int approvalsNeeded() {
        var overridden = consents.stream()
                .flatMap(consent -> consent.overrides.keySet().stream())
                .toList();
        return FourEyes.needed(approvalsNeeded, twoWhenOverridden, overridden);
    }

    /// The review's row, locked until the transaction ends: of two who decide at once, one does.
    static @Nullable Review locked(UUID peeringId) {
        return findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
    }
}
