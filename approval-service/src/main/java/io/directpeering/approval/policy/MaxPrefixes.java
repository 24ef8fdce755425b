package io.directpeering.approval.policy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Each connection names a max-prefix for at least one address family, within bounds.
public record MaxPrefixes(int highestV4, int highestV6) implements RequestCheck {

    public MaxPrefixes {
        if (highestV4 < 1 || highestV6 < 1) {
            throw new IllegalArgumentException("MaxPrefixes needs highestV4 >= 1 and highestV6 >= 1");
        }
    }

    @Override
    public Finding examine(RequestedPeering request) {
        var faults = new ArrayList<String>();
        Connections.each(request, (name, connection) -> {
            if (connection.maxPrefixesV4() == null && connection.maxPrefixesV6() == null) {
                faults.add(name + " names no max-prefix for either address family, so it would have no session.");
            }
            bound(faults, name, "IPv4", connection.maxPrefixesV4(), highestV4);
            bound(faults, name, "IPv6", connection.maxPrefixesV6(), highestV6);
        });
        return Finding.of(
                faults,
                "Max-prefixes are %s (IPv4, 1..%d) and %s (IPv6, 1..%d)."
                        .formatted(
                                Connections.values(request, connection -> connection.maxPrefixesV4()),
                                highestV4,
                                Connections.values(request, connection -> connection.maxPrefixesV6()),
                                highestV6));
    }

    private static void bound(List<String> faults, String name, String family, @Nullable Integer asked, int highest) {
        if (asked != null && (asked < 1 || asked > highest)) {
            faults.add("%s names an %s max-prefix of %d; it must be 1..%d.".formatted(name, family, asked, highest));
        }
    }
}
