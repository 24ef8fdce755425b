package io.directpeering.approval.policy;

import java.util.Arrays;
import java.util.List;

import io.directpeering.approval.policy.RequestedPeering.Connection;
import io.directpeering.approval.policy.RequestedPeering.Contact;
import io.directpeering.approval.policy.RequestedPeering.Registration;
import org.jspecify.annotations.Nullable;

/// Requests to judge: one that every rule is content with, and others that differ from it in one thing.
public final class Requests {

    public static final Connection GOOD = new Connection(58, 10_000, null, null, 1000, 100, null);

    private static final Contact NOC = new Contact(true, "noc@peer-networks.net", "+49 69 5550100");

    private Requests() {}

    public static RequestedPeering good() {
        return of(GOOD, GOOD);
    }

    public static RequestedPeering of(Connection... connections) {
        return new RequestedPeering(3333, Registration.Approved, List.of(NOC), Arrays.asList(connections));
    }

    static RequestedPeering ofAsn(long asn) {
        return new RequestedPeering(asn, Registration.Approved, List.of(NOC), List.of(GOOD, GOOD));
    }

    static RequestedPeering registered(Registration registration) {
        return new RequestedPeering(3333, registration, List.of(NOC), List.of(GOOD, GOOD));
    }

    static RequestedPeering reachedAt(Contact... contacts) {
        return new RequestedPeering(3333, Registration.Approved, List.of(contacts), List.of(GOOD, GOOD));
    }

    public static Connection bandwidth(int mbps) {
        return new Connection(58, mbps, null, null, 1000, 100, null);
    }

    static Connection maxPrefixes(@Nullable Integer v4, @Nullable Integer v6) {
        return new Connection(58, 10_000, null, null, v4, v6, null);
    }

    static Connection prefixes(@Nullable String v4, @Nullable String v6) {
        return new Connection(58, 10_000, v4, v6, 1000, 100, null);
    }

    static Connection endingOn(String router) {
        return new Connection(58, 10_000, null, null, 1000, 100, router);
    }
}
