package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.RouterDriver;
import io.directpeering.provisioning.router.host.Settings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Opens routers that are not there.
@ApplicationScoped
class SimulatedDriver implements RouterDriver, Ticks {

    private final Hardware hardware;
    private final InstantSource clock;
    private final Duration step;
    private final Storm storm;
    private final Map<String, SimulatedRouter> routers = new ConcurrentHashMap<>();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    SimulatedDriver(
            Hardware hardware,
            InstantSource clock,
            @ConfigProperty(name = "peering.simulator.step", defaultValue = "100ms") Duration step) {
        this.hardware = hardware;
        this.clock = clock;
        this.step = step;
        this.storm = new Storm(clock);
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Router open(EdgeRouter router) {
        new Settings(router).demandNothingElse();
        var opened = new SimulatedRouter(router, hardware, clock, this, storm);
        routers.put(router.name(), opened);
        return opened;
    }

    /// Tells a connection's peer and router how to behave from now on.
    void tell(UUID connectionId, Faults faults) {
        var before = hardware.faults(connectionId);
        hardware.setFaults(connectionId, faults);
        hardware.sessionsOf(connectionId).stream()
                .map(SessionRow::router)
                .distinct()
                .flatMap(name -> Stream.ofNullable(routers.get(name)))
                .forEach(router -> router.disturbed(connectionId, before));
    }

    /// Lets every session flap that is on a simulated router and open, in place of a storm before.
    ///
    /// @param changes a second, over all sessions
    /// @return number of sessions that flap
    int storm(double changes, Duration lasting) {
        var byConnection = routers.keySet().stream()
                .flatMap(router -> hardware.sessionsOn(router).stream())
                .filter(row -> row.policy() == Policy.OPEN)
                .collect(Collectors.groupingBy(SessionRow::connectionId));
        if (!byConnection.isEmpty()) {
            var connections = List.copyOf(byConnection.values());
            threads.execute(() -> storm.rage(connections, changes, lasting, this::hint));
        }
        return byConnection.values().stream().mapToInt(List::size).sum();
    }

    private void hint(SessionRow changed) {
        Stream.ofNullable(routers.get(changed.router())).forEach(router -> router.hint(changed.connectionId()));
    }

    @Override
    public Duration step() {
        return step;
    }

    @Override
    public void at(Instant time, Runnable action) {
        var pause = Math.max(1, Duration.between(clock.instant(), time).toMillis() + 1);
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, threads).execute(action);
    }
}
