package io.directpeering.provisioning.loa;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Cause;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StateChange;
import io.directpeering.outcomes.OutcomeFollower;
import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.loa.Letter.Status;
import org.jspecify.annotations.Nullable;

/// Keeps the letters as the log has them.
@ApplicationScoped
class LetterBook implements OutcomeFollower {

    /// A letter is issued in these only, and whatever leads on from them decides what becomes of it.
    private static final Set<ConnectionState> LETTERS_HOLD_IN =
            EnumSet.of(ConnectionState.PendingApproval, ConnectionState.ProvisioningStarted);

    private final Catalogue catalogue;

    LetterBook(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void accepted(PeeringTransitioned transition) {
        var cause = transition.getCause();
        var peering = transition.getSnapshot();
        switch (cause.getType()) {
            case "LoaIssued" -> peering.getConnections().forEach(connection -> issue(peering, connection));
            case "LoaRevoked" ->
                peering.getConnections().stream()
                        .filter(ConnectionSnapshot::getLoaRevoked)
                        .forEach(connection -> revoke(connection.getConnectionId(), cause));
            default -> transition.getChanges().forEach(change -> follow(change, cause));
        }
    }

    /// The letter of the snapshot, unless it is known. An earlier one that still held holds no longer.
    private void issue(PeeringSnapshot peering, ConnectionSnapshot connection) {
        var loa = connection.getLoa();
        var demarcation = connection.getDemarcation();
        if (loa == null || demarcation == null || Letter.findById(loa.getNumber()) != null) {
            return;
        }
        replace(connection.getConnectionId(), loa.getNumber(), loa.getIssuedAt());
        var letter = new Letter();
        letter.take(loa);
        letter.take(demarcation);
        letter.issuedSequence = peering.getSequence();
        letter.connectionId = connection.getConnectionId();
        letter.peeringId = peering.getPeeringId();
        letter.operatorName = catalogue.operator().name();
        letter.peerName = peering.getPeer().getName();
        letter.peerAsn = peering.getPeer().getAsn();
        letter.peeringName = peering.getPeeringName();
        letter.peeringLocation = peering.getPeeringLocation();
        letter.bandwidthInMbps = connection.getRequested().getBandwidthInMbps();
        letter.persist();
    }

    private static void replace(UUID connectionId, String by, Instant at) {
        Letter.update(
                "status = ?1, endedAt = expiresAt where connectionId = ?2 and status = ?3 and expiresAt <= ?4",
                Status.EXPIRED,
                connectionId,
                Status.ISSUED,
                at);
        end(connectionId, Status.REVOKED, at, "Replaced by " + by);
    }

    private static void follow(StateChange change, Cause cause) {
        if (!LETTERS_HOLD_IN.contains(change.getFrom())) {
            return;
        }
        switch (change.getTo()) {
            case PendingApproval, ProvisioningStarted -> {}
            case ProvisioningCompleted -> end(change.getConnectionId(), Status.USED, cause.getOccurredAt(), null);
            case Validating, Active, ProvisioningFailed, PendingRemove, Removed, Rejected, Unknown ->
                revoke(change.getConnectionId(), cause);
        }
    }

    private static void revoke(UUID connectionId, Cause cause) {
        end(connectionId, Status.REVOKED, cause.getOccurredAt(), cause.getReason());
    }

    private static void end(UUID connectionId, Status status, Instant at, @Nullable String reason) {
        Letter.update(
                "status = ?1, endedAt = ?2, endReason = ?3 where connectionId = ?4 and status = ?5",
                status,
                at,
                reason,
                connectionId,
                Status.ISSUED);
    }
}
