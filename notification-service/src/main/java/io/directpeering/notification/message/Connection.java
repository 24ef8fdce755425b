package io.directpeering.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import org.jspecify.annotations.Nullable;

/// One connection of a peering as its mails speak of it. Every text in it is clean ([PlainText]).
///
/// @param reason         why it is in this state, where somebody had to give a reason
/// @param sessionAuthKey name of the key, never the key
/// @param maintenance    the latest; null: there was none
public record Connection(
        UUID id,
        ConnectionState state,
        @Nullable String reason,
        Instant enteredAt,
        int facilityId,
        int bandwidthInMbps,
        String sessionAuth,
        @Nullable String sessionAuthKey,
        @Nullable String crossConnectId,
        @Nullable Demarcation demarcation,
        @Nullable PeerEnd peerEnd,
        List<Session> sessions,
        @Nullable Letter letter,
        @Nullable LinkTest linkTest,
        @Nullable Work maintenance) {

    /// The operator's end of the wire.
    public record Demarcation(
            String facilityName,
            String router,
            String routerPort,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String media,
            String connector,
            String duplex) {}

    /// The peer's end of the wire, as far as the peer told.
    public record PeerEnd(
            @Nullable String rack,
            @Nullable String patchPanel,
            @Nullable String patchPanelPort,
            @Nullable String router) {}

    /// Addresses of one BGP session.
    ///
    /// @param maxPrefixes prefixes accepted before the session is torn down; null: not agreed
    public record Session(
            String family,
            String prefix,
            String peerAddress,
            String operatorAddress,
            @Nullable Integer maxPrefixes) {}

    /// The letter of authorization.
    ///
    /// @param verificationCode what the public page verifies it by; null: it has none
    /// @param revoked          it counts no more, and no other has replaced it
    public record Letter(
            String number,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable String verificationCode,
            boolean revoked) {}

    /// What a ping over the new wire showed.
    public record LinkTest(
            boolean passed,
            int packetsSent,
            int packetsReceived,
            @Nullable Double roundTripMs,
            @Nullable Double roundTripMinMs,
            @Nullable Double roundTripMaxMs,
            @Nullable String note) {}

    /// The start of its id: enough to tell the connections of a peering apart.
    public String shortId() {
        return id.toString().substring(0, 8);
    }

    /// The facility by name where a port is assigned, else by its number.
    public String facility() {
        return demarcation == null
                ? "PeeringDB facility " + facilityId
                : demarcation.facilityName() + " (PeeringDB facility " + facilityId + ")";
    }
}
