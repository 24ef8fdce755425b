package io.directpeering.request.asn;

import java.util.Optional;
import java.util.UUID;

/// Whether a peer has peerings that are not over. Told by whoever keeps requests, so that registrations need not know
/// of them.
public interface LivePeerings {

    /// One of them; empty: there is none. Called while the registration is locked: no request is stored meanwhile.
    Optional<UUID> of(long peerAsn);
}
