package io.directpeering.approval.policy;

/// One kind of check, with its thresholds as components. A pure function: the same request gives the same finding.
///
/// A new kind is a record here and a name in the policy file.
public sealed interface Check
        permits Attested,
                Bandwidth,
                BothAddressFamilies,
                CorporateEmail,
                MaxPrefixes,
                NocContact,
                PublicAsn,
                Redundancy,
                RegistrationApproved,
                SessionPrefixes {

    Finding examine(RequestedPeering request);
}
