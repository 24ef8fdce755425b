package io.directpeering.request.lifecycle;

import java.util.List;

import io.directpeering.request.lifecycle.Event.BgpSessionProvisioned;
import io.directpeering.request.lifecycle.Event.LinkTested;
import io.directpeering.request.lifecycle.Event.LoaIssued;
import io.directpeering.request.lifecycle.Event.LoaRevoked;
import io.directpeering.request.lifecycle.Event.RetryRequested;
import io.directpeering.request.lifecycle.Event.WiringCompleted;
import org.jspecify.annotations.Nullable;

/// What the facts say about a connection's wire and sessions.
///
/// @param sessions   addresses, one per family; empty until they are assigned
/// @param loaRevoked the letter counts no more, and none has replaced it
public record Wire(
        @Nullable Demarcation demarcation,
        List<SessionAddresses> sessions,
        @Nullable Loa loa,
        @Nullable LinkTest linkTest,
        @Nullable String crossConnectId,
        @Nullable PeerDemarcation peerDemarcation,
        boolean loaRevoked) {

    /// Nothing is assigned yet.
    static final Wire NONE = new Wire(null, List.of(), null, null, null, null, false);

    /// A legacy link, as it stands.
    static Wire of(LegacyConnection adopted) {
        return new Wire(adopted.demarcation(), adopted.sessions(), null, null, null, null, false);
    }

    /// The wire after a fact that the table accepted. Facts that say nothing about it leave it as it is; a retry
    /// begins a new attempt on the same port and letter.
    Wire after(Event fact) {
        return switch (fact) {
            case LoaIssued(var _, var issued, var port, var addresses) ->
                new Wire(port, addresses, issued, linkTest, crossConnectId, peerDemarcation, false);
            // A letter that another has replaced takes nothing with it.
            case LoaRevoked(var _, var number) ->
                new Wire(
                        demarcation,
                        sessions,
                        loa,
                        linkTest,
                        crossConnectId,
                        peerDemarcation,
                        loaRevoked || loa != null && loa.number().equals(number));
            case LinkTested(var _, var test) ->
                new Wire(demarcation, sessions, loa, test, crossConnectId, peerDemarcation, loaRevoked);
            case WiringCompleted(var _, var ordered, var peersEnd) ->
                new Wire(demarcation, sessions, loa, linkTest, ordered, peersEnd, loaRevoked);
            case BgpSessionProvisioned(var _, var addresses) ->
                new Wire(
                        demarcation,
                        addresses.isEmpty() ? sessions : addresses,
                        loa,
                        linkTest,
                        crossConnectId,
                        peerDemarcation,
                        loaRevoked);
            case RetryRequested _ -> new Wire(demarcation, sessions, loa, null, null, null, loaRevoked);
            case Event.Opening _,
                    Event.InformationRequested _,
                    Event.InformationProvided _,
                    Event.Approved _,
                    Event.Rejected _,
                    Event.BgpValidated _,
                    Event.BgpValidationFailed _,
                    Event.TrafficOpened _,
                    Event.ProvisioningAborted _,
                    Event.DeprovisionRequested _,
                    Event.Deprovisioned _,
                    Event.MaintenanceAnnounced _,
                    Event.MaintenanceStarted _,
                    Event.MaintenanceCompleted _,
                    Event.MaintenanceCancelled _,
                    Event.StageOverdue _ -> this;
        };
    }
}
