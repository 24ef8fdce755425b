package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.*;
import io.directpeering.request.lifecycle.Said;
import org.apache.avro.specific.SpecificRecord;

/// What is said in a random story, as a fact on the log.
final class Telling {

    private Telling() {}

    /// @param sequence that the peering has
    static SpecificRecord fact(Facts facts, Said said, long sequence, Instant now) {
        var connectionId = switch (said.about()) {
            case WHOLE -> null;
            case FIRST -> facts.first();
            case SECOND -> facts.second();
            case STRANGER -> new UUID(9, 9);
        };
        var fact = fact(facts, said.word(), now);
        fact.put(
                0,
                new EventMetadata(
                        new UUID(facts.peeringId().getLeastSignificantBits(), said.number()),
                        facts.peeringId(),
                        connectionId,
                        now,
                        "request-service",
                        "somebody",
                        said.answers(sequence),
                        said.expects(sequence)));
        return fact;
    }

    private static SpecificRecord fact(Facts facts, String word, Instant now) {
        var one = facts.first();
        return switch (word) {
            case "PeeringRequested" -> facts.requested();
            case "LegacyConversionRequested" -> facts.legacyRequested();
            case "InformationRequested" -> facts.asked(null);
            case "InformationProvided" -> facts.answered();
            case "Approved" -> facts.approved();
            case "Rejected" -> new Rejected(facts.metadata(one), "1", List.of(), "no");
            case "LoaIssued" -> facts.loaIssued(one, "LOA-1", now.plus(Duration.ofDays(60)));
            case "LoaRevoked" -> facts.loaRevoked(one);
            case "LinkTested" -> facts.linkTested(one);
            case "WiringCompleted" -> facts.wiringCompleted(one);
            case "BgpSessionProvisioned" -> facts.provisioned(one);
            case "BgpValidated" -> facts.validated(one);
            case "BgpValidationFailed" -> new BgpValidationFailed(facts.metadata(one), List.of(), "flaps");
            case "TrafficOpened" -> facts.opened(one);
            case "ProvisioningAborted" -> facts.aborted(one);
            case "RetryRequested" -> facts.retry(one);
            case "DeprovisionRequested" -> facts.deprovisionRequested();
            case "Deprovisioned" -> facts.deprovisioned(one);
            case "MaintenanceAnnounced" -> facts.maintenanceAnnounced(one);
            case "MaintenanceStarted" -> facts.maintenanceStarted(one);
            case "MaintenanceCompleted" -> facts.maintenanceCompleted(one);
            case "MaintenanceCancelled" -> facts.maintenanceCancelled(one);
            case "StageOverdue" ->
                new StageOverdue(
                        facts.metadata(one),
                        ConnectionState.Validating,
                        Facts.NOW,
                        Facts.NOW,
                        false,
                        DeadlineKind.Stage);
            default -> throw new IllegalArgumentException(word);
        };
    }
}
