package io.directpeering.approval.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.peer.PeerReader;
import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.Policy;
import io.directpeering.events.PeerAsnRegistered;
import org.jboss.logging.Logger;

/// Takes registrations in, each revision once: one that is not newer than the latest changes nothing and says nothing,
/// so the log can be read again from its beginning.
@ApplicationScoped
class RegistrationIntake {

    private static final Logger LOG = Logger.getLogger(RegistrationIntake.class);

    private final Policy policy;
    private final PeerReader peers;
    private final Findings findings;
    private final AutoValidation automatic;

    RegistrationIntake(Policy policy, PeerReader peers, Findings findings, AutoValidation automatic) {
        this.policy = policy;
        this.peers = peers;
        this.findings = findings;
        this.automatic = automatic;
    }

    @Transactional
    void take(PeerAsnRegistered registered) {
        long asn = registered.getMetadata().getPeerAsn();
        var registration = Registration.lockedOrNew(asn);
        if (registered.getRevision() <= registration.revision) {
            LOG.debugf(
                    "Revision that is not newer than the latest is dropped. asn=%d revision=%d latest=%d",
                    asn, registered.getRevision(), registration.revision);
            return;
        }
        revise(registration, registered);
        findings.recall(registration);
        automatic.approve(registration);
    }

    private void revise(Registration registration, PeerAsnRegistered registered) {
        var metadata = registered.getMetadata();
        if (registration.validationState != registered.getValidationState()) {
            // What was found before still holds only where the registration says so.
            registration.decidedBy = null;
            registration.decisionReason = null;
            registration.decidedAt = null;
        }
        registration.revision = registered.getRevision();
        registration.name = registered.getName();
        registration.contacts = Person.of(registered.getContacts());
        registration.registeredBy = metadata.getActor();
        registration.registeredAt = metadata.getOccurredAt();
        registration.validationState = registered.getValidationState();
        registration.policyVersion = policy.version();
        registration.outcomes =
                policy.judge(peers.read(metadata.getPeerAsn(), registered.getValidationState(), registration.contacts));
    }
}
