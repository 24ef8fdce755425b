package io.directpeering.notification.enclosure;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.notification.mail.Letterhead;
import io.directpeering.notification.message.Connection;
import io.directpeering.notification.message.Matter;

/// What a maintenance notice says to calendars and programs.
///
/// @param sequence  of the peering: rises with every notice of one maintenance
/// @param stampedAt when it was stated
/// @param provider  the operator's domain
/// @param account   the peer, as AS number
public record MaintNote(
        UUID maintenanceId,
        UUID connectionId,
        long sequence,
        Instant stampedAt,
        String provider,
        String organizer,
        String organizerName,
        String account,
        String summary,
        String description,
        Instant from,
        Instant until,
        MaintenanceImpact impact,
        MaintenanceStatus status) {

    /// The calendar entry is of one connection: each has its own notices.
    String uid() {
        return maintenanceId + "." + connectionId + "@" + provider;
    }

    boolean cancelled() {
        return status == MaintenanceStatus.Cancelled;
    }

    /// @param connection has a maintenance
    static MaintNote of(
            PeeringTransitioned transition,
            Matter matter,
            Connection connection,
            MaintenanceStatus status,
            Letterhead sender) {
        var work = Objects.requireNonNull(connection.maintenance(), "a connection that is maintained");
        var peering = matter.peering();
        return new MaintNote(
                work.id(),
                connection.id(),
                transition.getSequence(),
                transition.getMetadata().getOccurredAt(),
                sender.domain(),
                sender.from(),
                sender.operatorName(),
                "AS" + peering.peerAsn(),
                "Maintenance: peering " + peering.name() + ", connection " + connection.shortId() + ", "
                        + connection.facility(),
                work.reason(),
                work.from(),
                work.until(),
                work.impact(),
                status);
    }
}
