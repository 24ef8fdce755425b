package io.directpeering.approval.policy;

import java.util.ArrayList;

/// Each connection carries an IPv4 and an IPv6 session.
public record BothAddressFamilies() implements RequestCheck {

    @Override
    public Finding examine(RequestedPeering request) {
        var faults = new ArrayList<String>();
        Connections.each(request, (name, connection) -> {
            if (connection.maxPrefixesV4() == null) {
                faults.add(name + " asks for no IPv4 session.");
            }
            if (connection.maxPrefixesV6() == null) {
                faults.add(name + " asks for no IPv6 session.");
            }
        });
        return Finding.of(
                faults,
                "Each of %d connection(s) asks for an IPv4 and an IPv6 session."
                        .formatted(request.connections().size()));
    }
}
