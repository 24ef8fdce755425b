package io.directpeering.approval.policy;

import java.util.Collection;
import java.util.Set;

/// How many people have to agree to a request, never the one who asks for it.
///
/// @param approvals         1 or 2, where nothing below asks for more
/// @param twoAboveMbps      bandwidth of all connections together above which two have to agree
/// @param twoWhenOverridden soft rules of which an override takes two
public record FourEyes(int approvals, int twoAboveMbps, Set<String> twoWhenOverridden) {

    private static final int TWO = 2;

    public FourEyes {
        if (approvals < 1 || approvals > TWO) {
            throw new IllegalArgumentException("'approvals' must be 1 or 2");
        }
        if (twoAboveMbps < 0) {
            throw new IllegalArgumentException("'twoAboveMbps' must not be negative");
        }
        twoWhenOverridden = Set.copyOf(twoWhenOverridden);
    }

    /// How many have to agree before it is known whether anything is overridden.
    public int needed(RequestedPeering request) {
        return totalMbps(request) > twoAboveMbps ? TWO : approvals;
    }

    private static long totalMbps(RequestedPeering request) {
        return request.connections().stream()
                .mapToLong(RequestedPeering.Connection::bandwidthInMbps)
                .sum();
    }

    /// How many have to agree where these rules are overridden.
    ///
    /// @param needed            without that
    /// @param twoWhenOverridden as the policy said when the review was opened
    public static int needed(int needed, Collection<String> twoWhenOverridden, Collection<String> overridden) {
        return overridden.stream().anyMatch(twoWhenOverridden::contains) ? TWO : needed;
    }
}
