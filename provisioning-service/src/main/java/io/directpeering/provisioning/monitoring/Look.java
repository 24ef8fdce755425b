package io.directpeering.provisioning.monitoring;

import java.util.List;

import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import org.jspecify.annotations.Nullable;

/// What one look at one session showed. Two looks that show the same are equal.
///
/// @param policy null: there is no session
record Look(@Nullable Policy policy, SessionSighting session) {

    static List<Look> at(Sighting sighting) {
        return sighting.sessions().stream()
                .map(session -> new Look(sighting.policy(), session))
                .toList();
    }

    static Look atNothing(Family family) {
        return new Look(null, new SessionSighting(family, BgpState.IDLE, null, 0, 0, 0, 0, null, null));
    }

    Family family() {
        return session.family();
    }
}
