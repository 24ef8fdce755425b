package io.directpeering.request.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.Maintenance.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.directpeering.request.lifecycle.RoutePolicy.Allow;
import static io.directpeering.request.lifecycle.RoutePolicy.DenyAll;
import static io.directpeering.request.lifecycle.RoutePolicy.Drain;
import static org.assertj.core.api.Assertions.assertThat;

class MaintenanceTest {

    @Test
    void policyFollowsFromAnnouncementToTheEnd() {
        // Given
        var facts = List.of("MaintenanceAnnounced", "MaintenanceStarted", "MaintenanceCompleted", "TrafficOpened");
        var peering = open();

        // When
        var policies = new ArrayList<RoutePolicy>();
        for (var fact : facts) {
            peering = Given.next(peering, fact);
            policies.add(first(peering).routePolicy());
        }

        // Then
        assertThat(policies).containsExactly(Allow, Drain, DenyAll, Allow);
        assertThat(first(peering).state()).isInstanceOf(Active.class);
        assertThat(status(peering)).isEqualTo(Status.Completed);
    }

    @Test
    void cancelledChangesNothingOfTheTraffic() {
        // Given
        var announced = Given.next(open(), "MaintenanceAnnounced");

        // When
        var cancelled = Given.next(announced, "MaintenanceCancelled");

        // Then
        assertThat(first(cancelled).routePolicy()).isEqualTo(Allow);
        assertThat(status(cancelled)).isEqualTo(Status.Cancelled);
    }

    /// After a maintenance has come to this, the fact is refused and changes nothing.
    @ParameterizedTest
    @CsvSource({
        "MaintenanceAnnounced, MaintenanceAnnounced",
        "MaintenanceAnnounced, MaintenanceCompleted",
        "MaintenanceStarted, MaintenanceAnnounced",
        "MaintenanceStarted, MaintenanceStarted",
        "MaintenanceStarted, MaintenanceCancelled",
        "MaintenanceStarted, TrafficOpened",
        "MaintenanceCompleted, MaintenanceStarted",
        "MaintenanceCompleted, MaintenanceCompleted",
        "MaintenanceCompleted, MaintenanceCancelled",
    })
    void whatDoesNotFitIsRefusedWithAReason(String reached, String fact) {
        // Given
        var peering = reached(reached);

        // When
        var refused = Given.refused(Given.step(peering, Given.fact(fact, Given.FIRST)));

        // Then
        assertThat(refused.verdict().code()).isEqualTo(RefusalCode.NotAllowedInState);
        assertThat(refused.verdict().reason()).contains(fact, Given.WORK.id().toString());
    }

    @Test
    void reportsOfAnotherMaintenanceAreRefused() {
        // Given
        var announced = Given.next(open(), "MaintenanceAnnounced");
        var metadata = Given.fact("MaintenanceStarted", Given.FIRST).metadata();

        // When
        var refused = Given.step(announced, new Event.MaintenanceStarted(metadata, new UUID(3, 9)));

        // Then
        assertThat(Given.refused(refused).verdict().reason()).contains("no maintenance");
    }

    @Test
    void deprovisionDuringMaintenanceEndsIt() {
        // Given
        var started = reached("MaintenanceStarted");

        // When
        var removing = Given.next(started, "DeprovisionRequested");

        // Then
        assertThat(first(removing).routePolicy()).isEqualTo(Drain);
        assertThat(status(removing)).isEqualTo(Status.Cancelled);
    }

    @Test
    void adoptedLinksHaveNone() {
        // Given
        var adopted = Given.after("LegacyConversionRequested", "Approved");

        // When
        var outcome = Given.step(adopted, Given.fact("MaintenanceAnnounced", Given.FIRST));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    private static Peering open() {
        return Given.after(
                "PeeringRequested",
                "Approved",
                "LoaIssued",
                "WiringCompleted",
                "BgpSessionProvisioned",
                "BgpValidated",
                "TrafficOpened");
    }

    private static Peering reached(String last) {
        var peering = open();
        for (var fact : List.of("MaintenanceAnnounced", "MaintenanceStarted", "MaintenanceCompleted")) {
            peering = Given.next(peering, fact);
            if (fact.equals(last)) {
                return peering;
            }
        }
        throw new AssertionError(last);
    }

    private static Connection first(Peering peering) {
        return peering.connections().getFirst();
    }

    private static Status status(Peering peering) {
        return Objects.requireNonNull(first(peering).maintenance()).status();
    }
}
