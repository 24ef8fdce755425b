package io.directpeering.request.asn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.directpeering.events.PeerAsnValidated;
import io.quarkus.logging.Log;
import org.jspecify.annotations.Nullable;

/// Takes in what was found of registrations: once each, and only what was found of the latest revision counts.
@ApplicationScoped
class Validations {

    @Transactional
    void take(PeerAsnValidated finding) {
        var metadata = finding.getMetadata();
        @Nullable PeerAsnRow peer = PeerAsnRow.findById(metadata.getPeerAsn(), LockModeType.PESSIMISTIC_WRITE);
        if (ValidationRow.findById(metadata.getEventId()) != null) {
            return;
        }
        row(finding).persist();
        if (peer == null || peer.revision != finding.getRevision()) {
            Log.infof(
                    "A finding about another revision changes nothing asn=%d revision=%d latest=%d",
                    metadata.getPeerAsn(), finding.getRevision(), peer == null ? 0 : peer.revision);
            return;
        }
        peer.validationState = finding.getValidationState();
        peer.reason = finding.getReason();
    }

    private static ValidationRow row(PeerAsnValidated finding) {
        var row = new ValidationRow();
        row.eventId = finding.getMetadata().getEventId();
        row.asn = finding.getMetadata().getPeerAsn();
        row.revision = finding.getRevision();
        row.validationState = finding.getValidationState();
        row.reason = finding.getReason();
        row.policyVersion = finding.getPolicyVersion();
        row.validatedBy = finding.getMetadata().getActor();
        row.validatedAt = finding.getMetadata().getOccurredAt();
        return row;
    }
}
