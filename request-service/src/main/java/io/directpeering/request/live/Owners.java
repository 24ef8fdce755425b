package io.directpeering.request.live;

import java.util.Optional;
import java.util.UUID;

/// Whose a peering is. Told by whoever keeps requests: a refusal does not say it.
public interface Owners {

    /// AS number of the peer; empty: nobody ever asked for such a peering.
    Optional<Long> of(UUID peeringId);
}
