package io.directpeering.notification.enclosure;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.notification.message.Message.MaintenanceNotice;

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

    static MaintNote of(
            PeeringTransitioned transition,
            MaintenanceNotice notice,
            io.directpeering.notification.mail.Letterhead sender) {
        var connection = notice.matter().connections().getFirst();
        var peering = notice.matter().peering();
        return new MaintNote(
                notice.work().id(),
                connection.id(),
                transition.getSequence(),
                transition.getMetadata().getOccurredAt(),
                sender.domain(),
                sender.from(),
                sender.operatorName(),
                "AS" + peering.peerAsn(),
                "Maintenance: peering " + peering.name() + ", connection " + connection.shortId() + ", "
                        + connection.facility(),
                notice.work().reason(),
                notice.work().from(),
                notice.work().until(),
                notice.work().impact(),
                notice.status());
    }
}
