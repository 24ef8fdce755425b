package io.directpeering.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A peering as its mails speak of it. Every text in it is clean ([PlainText]).
///
/// @param legacy    adopted from a link set up outside this system
/// @param redundant two or more connections carry traffic
public record Peering(
        UUID id,
        String name,
        String location,
        long peerAsn,
        String peerName,
        String state,
        boolean legacy,
        boolean redundant,
        String requestedBy,
        Instant requestedAt,
        List<Connection> connections) {

    /// The start of its id: enough to tell two peerings of one name apart.
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}
