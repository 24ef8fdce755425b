package io.directpeering.provisioning;

import java.time.Duration;
import java.util.List;
import jakarta.inject.Inject;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Demarcation;
import io.directpeering.events.Origin;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionAddresses;
import io.directpeering.provisioning.allocation.Allocation.Allocated;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;

/// A link of the delivered catalogue, as request-service states it, adopted with its port and its addresses.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class AdoptionIT {

    private static final Demarcation PORT = new Demarcation(
            58,
            "Digital Realty Frankfurt FRA1-16",
            "fra1-edge1",
            "xe-1/0/0",
            "A12",
            "PP-9",
            "17",
            "10GBASE-LR",
            "LC/UPC",
            "Duplex");

    private static final List<SessionAddresses> SESSIONS = List.of(
            new SessionAddresses(AddressFamily.IPv4, "192.0.2.0/31", "192.0.2.0", "192.0.2.1"),
            new SessionAddresses(AddressFamily.IPv6, "2001:db8:fffe::/127", "2001:db8:fffe::", "2001:db8:fffe::1"));

    private Suite suite;

    @Inject
    Allocations allocations;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void notesPortAndAddressesAndCallsNoRouter() {
        // Given
        var peering = TestPeering.of(Origin.Legacy, TestPeering.wanted(58, 1));
        var connection = peering.connection(0);
        suite.judge.knows(peering);
        suite.judge.publish(() -> peering.with(
                each -> ConnectionSnapshot.newBuilder(each)
                        .setDemarcation(PORT)
                        .setSessions(SESSIONS)
                        .setRoutePolicy(RoutePolicy.Allow)
                        .build(),
                "LegacyConversionRequested"));

        // When
        suite.judge.publish(() -> peering.allTo(ConnectionState.Active, "Approved"));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> allocations.of(connection).isPresent());
        var allocated = allocations.of(connection).map(Allocated.class::cast).orElseThrow();
        assertThat(allocated.port().demarcation(58, PORT.getFacilityName())).isEqualTo(PORT);
        assertThat(allocated.nets()).extracting(net -> net.addresses()).containsExactlyElementsOf(SESSIONS);
        assertThat(suite.judge.stated(connection)).isEmpty();
        suite.simulator(connection).body("changes", empty()).body("sessions", empty());
    }
}
