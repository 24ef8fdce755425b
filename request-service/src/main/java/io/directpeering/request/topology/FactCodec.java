package io.directpeering.request.topology;

import java.util.Objects;
import java.util.stream.Stream;

import io.directpeering.events.Approved;
import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.BgpValidated;
import io.directpeering.events.BgpValidationFailed;
import io.directpeering.events.Cause;
import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.Deprovisioned;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.InformationRequested;
import io.directpeering.events.LegacyConversionRequested;
import io.directpeering.events.LinkTested;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.LoaRevoked;
import io.directpeering.events.MaintenanceAnnounced;
import io.directpeering.events.MaintenanceCancelled;
import io.directpeering.events.MaintenanceCompleted;
import io.directpeering.events.MaintenanceStarted;
import io.directpeering.events.PassedDeadline;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.events.Rejected;
import io.directpeering.events.RetryRequested;
import io.directpeering.events.StageOverdue;
import io.directpeering.events.TrafficOpened;
import io.directpeering.events.WiringCompleted;
import io.directpeering.request.lifecycle.Event;
import io.directpeering.request.lifecycle.LegacyConnection;
import io.directpeering.request.lifecycle.Maintenance;
import io.directpeering.request.lifecycle.Metadata;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import static io.directpeering.request.topology.SnapshotReader.demarcation;
import static io.directpeering.request.topology.SnapshotReader.each;
import static io.directpeering.request.topology.SnapshotReader.linkTest;
import static io.directpeering.request.topology.SnapshotReader.loa;
import static io.directpeering.request.topology.SnapshotReader.peerDemarcation;
import static io.directpeering.request.topology.SnapshotReader.requested;
import static io.directpeering.request.topology.SnapshotReader.sessions;
import static io.directpeering.request.topology.SnapshotReader.terms;

/// A fact as it stands in the log, read as the life cycle sees it: a row per record of the contract.
final class FactCodec {

    private FactCodec() {}

    /// @throws Poison the record is none of the facts
    static Event event(SpecificRecord fact, Metadata metadata) {
        return switch (fact) {
            case PeeringRequested it ->
                new Event.PeeringRequested(
                        metadata,
                        terms(it.getPeer(), it.getPeeringName(), it.getPeeringLocation(), it.getDirectPeeringType()),
                        each(it.getConnections(), SnapshotReader::requested));
            case LegacyConversionRequested it ->
                new Event.LegacyConversionRequested(
                        metadata,
                        terms(it.getPeer(), it.getPeeringName(), it.getPeeringLocation(), it.getDirectPeeringType()),
                        each(it.getConnections(), FactCodec::adopted));
            case InformationRequested it ->
                new Event.InformationRequested(metadata, it.getQuestion(), it.getAnswerDueAt());
            case InformationProvided _ -> new Event.InformationProvided(metadata);
            case Approved _ -> new Event.Approved(metadata);
            case Rejected it -> new Event.Rejected(metadata, it.getReason());
            case LoaIssued it ->
                new Event.LoaIssued(
                        metadata, loa(it.getLoa()), demarcation(it.getDemarcation()), sessions(it.getSessions()));
            case LoaRevoked it -> new Event.LoaRevoked(metadata, it.getNumber());
            case LinkTested it -> new Event.LinkTested(metadata, linkTest(it.getTest()));
            case WiringCompleted it ->
                new Event.WiringCompleted(metadata, it.getCrossConnectId(), peerDemarcation(it.getPeerDemarcation()));
            case BgpSessionProvisioned it -> new Event.BgpSessionProvisioned(metadata, sessions(it.getSessions()));
            case BgpValidated _ -> new Event.BgpValidated(metadata);
            case BgpValidationFailed it -> new Event.BgpValidationFailed(metadata, it.getReason());
            case TrafficOpened _ -> new Event.TrafficOpened(metadata);
            case ProvisioningAborted it -> new Event.ProvisioningAborted(metadata, it.getReason());
            case RetryRequested _ -> new Event.RetryRequested(metadata);
            case DeprovisionRequested it -> new Event.DeprovisionRequested(metadata, it.getReason());
            case Deprovisioned _ -> new Event.Deprovisioned(metadata);
            case MaintenanceAnnounced it ->
                new Event.MaintenanceAnnounced(
                        metadata, SnapshotReader.maintenance(it.getMaintenance(), Maintenance.Status.Announced));
            case MaintenanceStarted it -> new Event.MaintenanceStarted(metadata, it.getMaintenanceId());
            case MaintenanceCompleted it -> new Event.MaintenanceCompleted(metadata, it.getMaintenanceId());
            case MaintenanceCancelled it ->
                new Event.MaintenanceCancelled(metadata, it.getMaintenanceId(), it.getReason());
            case StageOverdue _ -> new Event.StageOverdue(metadata);
            default -> throw new Poison(fact.getSchema().getFullName() + " is not a fact that the judge knows.");
        };
    }

    /// The fact as the cause of what comes of it.
    static Cause cause(SpecificRecord fact, EventMetadata metadata) {
        return new Cause(
                metadata.getEventId(),
                fact.getSchema().getName(),
                metadata.getStatedBy(),
                metadata.getOccurredAt(),
                words(fact),
                fact instanceof StageOverdue it
                        ? new PassedDeadline(it.getKind(), it.getDeadline(), it.getWarning())
                        : null);
    }

    /// What its author gave as reason, question or answer.
    private static @Nullable String words(SpecificRecord fact) {
        return fact instanceof StageOverdue it ? OverdueWords.of(it) : stated(fact);
    }

    private static @Nullable String stated(SpecificRecord fact) {
        return Stream.of("reason", "question", "answer")
                .map(name -> fact.getSchema().getField(name))
                .filter(Objects::nonNull)
                .map(field -> (String) fact.get(field.pos()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static LegacyConnection adopted(io.directpeering.events.LegacyConnection it) {
        return new LegacyConnection(
                requested(it.getRequested()), demarcation(it.getDemarcation()), sessions(it.getSessions()));
    }
}
