package io.directpeering.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A peering as its mails speak of it. Every text in it is clean ([PlainText]).
///
/// @param legacy    adopted from a link set up outside this system
/// @param redundant two or more connections carry traffic
/// @param openQuestion what the operator asked and the peer has not answered yet
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
        @Nullable Question openQuestion,
        List<Connection> connections) {

    /// The start of its id: enough to tell two peerings of one name apart.
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}
