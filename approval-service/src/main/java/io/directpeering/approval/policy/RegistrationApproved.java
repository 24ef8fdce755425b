package io.directpeering.approval.policy;

import io.directpeering.approval.policy.RequestedPeering.Registration;

/// The peer ASN's registration was validated.
public record RegistrationApproved() implements Check {

    @Override
    public Finding examine(RequestedPeering request) {
        return request.registration() == Registration.Approved
                ? Finding.passed("The registration of AS%d is Approved.".formatted(request.peerAsn()))
                : Finding.failed("The registration of AS%d is %s; it must be Approved before a peering is."
                        .formatted(request.peerAsn(), request.registration()));
    }
}
