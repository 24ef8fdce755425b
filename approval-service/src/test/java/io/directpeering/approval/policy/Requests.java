package io.directpeering.approval.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.directpeering.approval.policy.RegisteredPeer.Contact;
import io.directpeering.approval.policy.RegisteredPeer.Registration;
import io.directpeering.approval.policy.RequestedPeering.Connection;
import org.jspecify.annotations.Nullable;

/// Requests to judge: one that every rule is content with, and others that differ from it in one thing.
public final class Requests {

    public static final Connection GOOD = new Connection(58, 10_000, false, null, null, 1000, 100, null);

    private static final Contact NOC = new Contact(true, "noc@peer-networks.net", "+49 69 5550100");

    private Requests() {}

    public static RequestedPeering good() {
        return of(GOOD, GOOD);
    }

    public static RequestedPeering of(Connection... connections) {
        return new RequestedPeering(peer(3333, Registration.Approved, null, NOC), Arrays.asList(connections));
    }

    static RequestedPeering ofAsn(long asn) {
        return new RequestedPeering(peer(asn, Registration.Approved, null, NOC), List.of(GOOD, GOOD));
    }

    static RequestedPeering registered(Registration registration) {
        return new RequestedPeering(peer(3333, registration, null, NOC), List.of(GOOD, GOOD));
    }

    static RequestedPeering reachedAt(Contact... contacts) {
        return new RequestedPeering(peer(3333, Registration.Approved, null, contacts), List.of(GOOD, GOOD));
    }

    static RequestedPeering presentAt(Integer... facilities) {
        return new RequestedPeering(
                peer(3333, Registration.Approved, Set.of(facilities), NOC), List.of(GOOD, GOOD, in(60)));
    }

    static RegisteredPeer peer(
            long asn, Registration registration, @Nullable Set<Integer> facilities, Contact... contacts) {
        return new RegisteredPeer(asn, registration, List.of(contacts), facilities);
    }

    static Connection in(int facility) {
        return new Connection(facility, 10_000, false, null, null, 1000, 100, null);
    }

    public static Connection bandwidth(int mbps) {
        return new Connection(58, mbps, false, null, null, 1000, 100, null);
    }

    static Connection maxPrefixes(@Nullable Integer v4, @Nullable Integer v6) {
        return new Connection(58, 10_000, false, null, null, v4, v6, null);
    }

    static Connection prefixes(@Nullable String v4, @Nullable String v6) {
        return new Connection(58, 10_000, false, v4, v6, 1000, 100, null);
    }

    static Connection addressedByThePeer(@Nullable String v4, @Nullable String v6) {
        return new Connection(58, 10_000, true, v4, v6, 1000, 100, null);
    }

    static Connection endingOn(String router) {
        return new Connection(58, 10_000, false, null, null, 1000, 100, router);
    }
}
