package io.directpeering.provisioning.router.simulated;

import java.util.UUID;

import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting.SessionSighting;

/// One session in a simulated router's memory.
record SessionRow(
        UUID connectionId,
        Family family,
        String router,
        String peerAddress,
        long expectedAsn,
        int maxPrefix,
        String specHash,
        String filterHash,
        ImportFilter accepts,
        Policy policy,
        Fsm fsm) {

    private static final int OUR_ROUTES_V4 = 120;
    private static final int OUR_ROUTES_V6 = 40;
    private static final int PEERS_ROUTES_V4 = 20;
    private static final int PEERS_ROUTES_V6 = 5;

    SessionRow with(Fsm next) {
        return new SessionRow(
                connectionId,
                family,
                router,
                peerAddress,
                expectedAsn,
                maxPrefix,
                specHash,
                filterHash,
                accepts,
                policy,
                next);
    }

    boolean isEstablished() {
        return fsm.state() == BgpState.ESTABLISHED;
    }

    /// What the peer sends, before any policy.
    int sent(Faults faults) {
        return switch (family) {
            case IPV4 -> faults.prefixesV4() == null ? Math.min(PEERS_ROUTES_V4, maxPrefix) : faults.prefixesV4();
            case IPV6 -> faults.prefixesV6() == null ? Math.min(PEERS_ROUTES_V6, maxPrefix) : faults.prefixesV6();
        };
    }

    /// What of it the import filter takes.
    int taken(Faults faults) {
        return new Announced(family, sent(faults)).within(accepts);
    }

    SessionSighting sighting(Faults faults) {
        var received = isEstablished() ? sent(faults) : 0;
        var flows = isEstablished() && policy != Policy.DENY_ALL;
        var ours = family == Family.IPV4 ? OUR_ROUTES_V4 : OUR_ROUTES_V6;
        return new SessionSighting(
                family,
                fsm.state(),
                fsm.remoteAsn(),
                received,
                flows ? taken(faults) : 0,
                flows ? ours : 0,
                fsm.flaps(),
                fsm.establishedAt(),
                fsm.lastError());
    }
}
