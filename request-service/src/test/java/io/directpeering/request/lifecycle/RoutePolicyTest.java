package io.directpeering.request.lifecycle;

import java.util.ArrayList;
import java.util.List;

import io.directpeering.request.lifecycle.ConnectionState.Validating;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.lifecycle.RoutePolicy.Allow;
import static io.directpeering.request.lifecycle.RoutePolicy.DenyAll;
import static io.directpeering.request.lifecycle.RoutePolicy.Drain;
import static io.directpeering.request.lifecycle.RoutePolicy.NoSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoutePolicyTest {

    @Test
    void followsTheFactsFromRequestToRemoval() {
        // Given
        var facts = List.of(
                "PeeringRequested",
                "Approved",
                "LoaIssued",
                "WiringCompleted",
                "BgpSessionProvisioned",
                "BgpValidated",
                "TrafficOpened",
                "DeprovisionRequested",
                "Deprovisioned");

        // When
        var policies = new ArrayList<RoutePolicy>();
        for (int count = 1; count <= facts.size(); count++) {
            policies.add(Given.after(facts.subList(0, count).toArray(String[]::new))
                    .connections()
                    .getFirst()
                    .routePolicy());
        }

        // Then
        assertThat(policies)
                .containsExactly(NoSession, NoSession, NoSession, NoSession, DenyAll, DenyAll, Allow, Drain, NoSession);
    }

    @Test
    void routesAreNeverLetThroughOutsideActive() {
        // Given
        var requested = Given.requested(Given.FIRST);

        // When, Then
        assertThatThrownBy(() -> new Connection(requested, new Validating(), 1, Given.NOW, Allow, Wire.NONE, null))
                .hasMessageContaining("Allow in Validating");
    }
}
