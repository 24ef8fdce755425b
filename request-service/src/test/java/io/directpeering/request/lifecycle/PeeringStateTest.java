package io.directpeering.request.lifecycle;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeeringStateTest {

    @ParameterizedTest
    @CsvSource({
        "Active Active, Active",
        "Active ProvisioningFailed, Degraded",
        "ProvisioningStarted Active ProvisioningFailed, Degraded",
        "Removed Removed, Removed",
        "Rejected Rejected, Rejected",
        "Active Validating, Validating",
        "Active PendingRemove, Active",
        "Active Removed, Active",
        "ProvisioningFailed Removed, ProvisioningFailed",
        "PendingApproval Rejected, PendingApproval",
    })
    void rollsUp(String states, PeeringState expected) {
        // Given
        var peering = Given.peering(Arrays.stream(states.split(" "))
                .map(word -> Table.STATES.stream()
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow())
                .toArray(ConnectionState[]::new));

        // When
        var state = peering.state();

        // Then
        assertThat(state).isEqualTo(expected);
    }
}
