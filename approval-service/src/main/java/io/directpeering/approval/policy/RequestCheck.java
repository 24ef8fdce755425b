package io.directpeering.approval.policy;

/// Looks at what a peer asks for.
public sealed interface RequestCheck extends Check
        permits Bandwidth,
                BothAddressFamilies,
                FacilityPresence,
                MaxPrefixes,
                Redundancy,
                RegistrationApproved,
                SessionPrefixes {

    Finding examine(RequestedPeering request);
}
