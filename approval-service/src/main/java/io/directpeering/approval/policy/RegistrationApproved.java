package io.directpeering.approval.policy;

import io.directpeering.approval.policy.RegisteredPeer.Registration;

/// The peer ASN's registration was validated.
public record RegistrationApproved() implements RequestCheck {

    @Override
    public Finding examine(RequestedPeering request) {
        return request.peer().registration() == Registration.Approved
                ? Finding.passed("The registration of AS%d is Approved."
                        .formatted(request.peer().asn()))
                : Finding.failed("The registration of AS%d is %s; it must be Approved before a peering is."
                        .formatted(request.peer().asn(), request.peer().registration()));
    }
}
