package io.directpeering.approval.policy;

/// Looks at the peer alone, and can therefore be made when it registers and when it asks for a peering.
public sealed interface PeerCheck extends Check permits Attested, CorporateEmail, NocContact, PublicAsn {

    Finding examine(RegisteredPeer peer);
}
