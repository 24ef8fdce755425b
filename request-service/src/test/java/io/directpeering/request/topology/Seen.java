package io.directpeering.request.topology;

import java.util.Comparator;
import java.util.UUID;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;
import io.directpeering.request.topology.stored.StoredState;
import org.apache.avro.specific.SpecificRecord;

/// What somebody sees who reads the topics alone.
final class Seen {

    private Seen() {}

    static UUID cause(SpecificRecord outcome) {
        return switch (outcome) {
            case PeeringTransitioned it -> it.getCause().getEventId();
            case FactRefused it -> it.getCause().getEventId();
            default -> throw new IllegalArgumentException(outcome.getSchema().getName());
        };
    }

    static StoredCell cell(PeeringSnapshot it) {
        return new StoredCell(
                StoredState.valueOf(it.getState().name()),
                it.getRedundant(),
                it.getPeer().getAsn(),
                it.getPeeringLocation(),
                it.getConnections().stream()
                        .map(each -> new StoredCellConnection(
                                each.getRequested().getPeeringDBFacilityId(),
                                StoredState.valueOf(each.getState().name())))
                        .sorted(Comparator.comparingInt(StoredCellConnection::getFacility)
                                .thenComparing(StoredCellConnection::getState))
                        .toList());
    }
}
