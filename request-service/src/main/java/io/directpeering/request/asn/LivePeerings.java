package io.directpeering.request.asn;

import java.util.Optional;
import java.util.UUID;

/// Whether a peer has peerings that are not over. Told by whoever keeps requests, so that registrations need not know
/// of them.
public interface LivePeerings {

    /// Takes note of those that are over. Another instance may have to be asked for that, so it is called while no
    /// transaction is open.
    void settle(long peerAsn);

    /// One that was not over when it was settled; empty: there is none. Called while the registration is locked: no
    /// request is stored meanwhile.
    Optional<UUID> of(long peerAsn);
}
