package io.directpeering.approval.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.statement.Validation;
import io.directpeering.events.PeerAsnValidated;

/// Takes this service's own findings in, as the log has them. It is how a database that was lost comes back: what a
/// person has found is in the log and nowhere else.
@ApplicationScoped
class FindingIntake {

    private final Findings findings;

    FindingIntake(Findings findings) {
        this.findings = findings;
    }

    /// A registration that is not here yet is found with this when it comes.
    @Transactional
    void take(PeerAsnValidated validated) {
        var registration = Registration.lockedOrNew(validated.getMetadata().getPeerAsn());
        Validation known = Validation.findById(validated.getMetadata().getEventId());
        if (known == null) {
            findings.remember(registration, validated);
        } else if (known.statedAt == null) {
            known.statedAt = validated.getMetadata().getOccurredAt();
        }
    }
}
