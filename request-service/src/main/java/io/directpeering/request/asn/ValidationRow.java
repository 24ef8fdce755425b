package io.directpeering.request.asn;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.directpeering.events.ValidationState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// What was found of a registration, as it is stored: who found what of which revision, and that it was taken in.
@Entity
@Table(name = "peer_asn_validation")
@SuppressWarnings("NullAway.Init")
public class ValidationRow extends PanacheEntityBase {

    @Id
    UUID eventId;

    long asn;

    long revision;

    @Enumerated(EnumType.STRING)
    ValidationState validationState;

    @Nullable
    String reason;

    String policyVersion;

    String validatedBy;

    Instant validatedAt;
}
