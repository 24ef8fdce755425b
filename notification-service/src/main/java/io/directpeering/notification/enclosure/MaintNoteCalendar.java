package io.directpeering.notification.enclosure;

import java.util.Date;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A maintenance notice as an iCalendar entry (RFC 5545, RFC 5546) with the properties that NANOG's maintenance
/// notification convention adds, so that people's calendars and programs read the same thing. A pure function of what
/// it says.
final class MaintNoteCalendar {

    private MaintNoteCalendar() {}

    /// PUBLISH, until the work is called off.
    static String method(MaintNote note) {
        return note.cancelled() ? Method.CANCEL : Method.PUBLISH;
    }

    static byte[] of(MaintNote note) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Direct Peering//Maintenance notice//EN");
        calendar.setMethod(new Method(method(note)));
        calendar.addEvent(event(note));
        return calendar.write().getBytes(UTF_8);
    }

    private static VEvent event(MaintNote note) {
        var event = new VEvent();
        event.setUid(note.uid());
        event.setSequence(Math.toIntExact(note.sequence()));
        event.setDateTimeStamp(Date.from(note.stampedAt()));
        event.setDateStart(Date.from(note.from()));
        event.setDateEnd(Date.from(note.until()));
        event.setSummary(note.summary());
        event.setDescription(note.description());
        event.setOrganizer(new Organizer(note.organizerName(), note.organizer()));
        event.setStatus(note.cancelled() ? Status.cancelled() : Status.confirmed());
        event.addExperimentalProperty("X-MAINTNOTE-PROVIDER", note.provider());
        event.addExperimentalProperty("X-MAINTNOTE-ACCOUNT", note.account());
        event.addExperimentalProperty(
                "X-MAINTNOTE-MAINTENANCE-ID", note.maintenanceId().toString());
        event.addExperimentalProperty(
                "X-MAINTNOTE-OBJECT-ID", note.connectionId().toString());
        event.addExperimentalProperty("X-MAINTNOTE-IMPACT", impact(note.impact()));
        event.addExperimentalProperty("X-MAINTNOTE-STATUS", status(note.status()));
        return event;
    }

    private static String impact(MaintenanceImpact impact) {
        return switch (impact) {
            case NoImpact -> "NO-IMPACT";
            case ReducedRedundancy -> "REDUCED-REDUNDANCY";
            case Degraded -> "DEGRADED";
            case Outage, Unknown -> "OUTAGE";
        };
    }

    private static String status(MaintenanceStatus status) {
        return switch (status) {
            case Announced -> "CONFIRMED";
            case InProgress -> "IN-PROCESS";
            case Completed -> "COMPLETED";
            case Cancelled -> "CANCELLED";
            case Unknown -> "TENTATIVE";
        };
    }
}
