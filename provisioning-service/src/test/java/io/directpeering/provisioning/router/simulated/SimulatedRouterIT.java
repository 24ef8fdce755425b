package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.backends.Backends;
import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.catalogue.EdgeRouter.Port;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.RouterContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SimulatedRouterIT extends RouterContract {

    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Hardware hardware = new Hardware(DATABASE, new ObjectMapper(), Runnable::run);
    private final Router router = new SimulatedRouter(
            new EdgeRouter(
                    "fra1-edge1",
                    58,
                    "simulated",
                    Map.of(),
                    List.of(new Port(port(), 10_000, "A1", "PP-1", "1", "10GBASE-LR", "LC/UPC", "Duplex"))),
            hardware,
            () -> now,
            new Ticks() {
                @Override
                public Duration step() {
                    return Duration.ofMillis(100);
                }

                @Override
                public void at(Instant time, Runnable action) {}
            },
            new Storm(() -> now));

    @BeforeAll
    static void givesTheRoutersAMemory() throws Exception {
        DATABASE.setUrl(Backends.shared().jdbcUrl("routers"));
        DATABASE.setUser("peering");
        DATABASE.setPassword("peering");
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            for (var name : List.of("V2__simulated_routers", "V7__simulated_import_filters")) {
                try (var script = Faults.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
                    statement.execute(new String(requireNonNull(script).readAllBytes(), UTF_8));
                }
            }
        }
    }

    @Override
    protected Router router() {
        return router;
    }

    @Override
    protected String port() {
        return "xe-0/0/1";
    }

    @Override
    protected Router dyingAfter(int step) {
        hardware.setFaults(connection, new Faults(false, null, null, null, null, null, step));
        return router;
    }

    /// All of it is in the database, and the process that reads it may be any.
    @Override
    protected void restart() {}

    @Override
    protected Optional<Integer> everHeardByPeer() {
        return Optional.empty();
    }

    @Override
    protected String inItsOwnWords() {
        return hardware.sessionsOn("fra1-edge1").toString();
    }

    @Override
    protected void cutOff() {
        hardware.setFaults(connection, new Faults(false, null, null, null, null, Faults.RouterFault.Unreachable, null));
    }

    @Override
    protected void mend() {
        hardware.setFaults(connection, Faults.NONE);
    }

    @Override
    protected void letTimePass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void keepsABookOfItsChanges() {
        // When
        router.apply(spec, Policy.DENY_ALL);
        router.apply(spec, Policy.DENY_ALL);
        router.apply(spec, Policy.OPEN);
        router.remove(connection);
        router.remove(connection);

        // Then
        assertThat(hardware.changes(connection))
                .extracting(Hardware.Change::what)
                .containsExactly("DENY_ALL", "OPEN", "REMOVED");
    }

    @Test
    void tearsDownASessionWithTooManyPrefixesWhenItIsOpenedAndNotBefore() {
        // Given
        hardware.setFaults(connection, new Faults(false, null, null, 5000, null, null, null));
        router.apply(spec, Policy.DENY_ALL);
        letTimePass(Duration.ofSeconds(5));
        assertThat(sighting().sessions().getFirst().prefixesReceived()).isEqualTo(5000);

        // When
        router.apply(spec, Policy.OPEN);

        // Then
        assertThat(sighting().sessions().getFirst().state()).isEqualTo(BgpState.IDLE);
        assertThat(sighting().sessions().getFirst().lastError()).contains("maximum of 1000 prefixes");
    }
}
