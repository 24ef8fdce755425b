package io.directpeering.request.topology.history;

import java.util.Comparator;

import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;
import io.directpeering.request.topology.stored.StoredStanding;

/// In which cell a peering is counted.
final class Cells {

    private static final Comparator<StoredCellConnection> ORDER =
            Comparator.comparingInt(StoredCellConnection::getFacility).thenComparing(StoredCellConnection::getState);

    private Cells() {}

    static StoredCell of(StoredStanding it) {
        return new StoredCell(
                it.getState(),
                it.getRedundant(),
                it.getAsn(),
                it.getLocation(),
                it.getConnections().stream()
                        .map(each -> new StoredCellConnection(each.getFacility(), each.getState()))
                        .sorted(ORDER)
                        .toList());
    }
}
