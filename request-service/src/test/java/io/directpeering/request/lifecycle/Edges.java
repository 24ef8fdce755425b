package io.directpeering.request.lifecycle;

import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/// The steps that the table allows, `from>to`, and those that a test has seen taken. None leads out of a terminal
/// state.
public final class Edges {

    private static final Set<String> ALL = Set.of(
            "PendingApproval>ProvisioningStarted",
            "PendingApproval>Active",
            "PendingApproval>Rejected",
            "PendingApproval>Removed",
            "ProvisioningStarted>ProvisioningCompleted",
            "ProvisioningStarted>ProvisioningFailed",
            "ProvisioningCompleted>Validating",
            "ProvisioningCompleted>ProvisioningFailed",
            "Validating>Active",
            "Validating>ProvisioningFailed",
            "Active>PendingRemove",
            "ProvisioningFailed>ProvisioningStarted",
            "ProvisioningFailed>PendingRemove",
            "PendingRemove>Removed");

    private final Set<String> taken = new HashSet<>();

    public void take(String from, String to) {
        var edge = from + ">" + to;
        assertThat(ALL).contains(edge);
        taken.add(edge);
    }

    /// So that a property is not vacuous.
    public void demandEveryOneTaken() {
        assertThat(taken).isEqualTo(ALL);
    }
}
