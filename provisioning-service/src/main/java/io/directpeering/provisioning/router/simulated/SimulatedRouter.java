package io.directpeering.provisioning.router.simulated;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Applied;
import io.directpeering.provisioning.router.Capability;
import io.directpeering.provisioning.router.LinkTestResult;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.simulated.Faults.RouterFault;

/// An edge router made of rows. Like many real ones it is not transactional: a change is several steps, and the way to
/// it may break between any two.
final class SimulatedRouter implements Router {

    private final EdgeRouter router;
    private final Hardware hardware;
    private final InstantSource clock;
    private final Ticks ticks;
    private final Storm storm;
    private final List<Consumer<UUID>> watchers = new CopyOnWriteArrayList<>();
    private final Set<UUID> ticking = ConcurrentHashMap.newKeySet();

    SimulatedRouter(EdgeRouter router, Hardware hardware, InstantSource clock, Ticks ticks, Storm storm) {
        this.router = router;
        this.hardware = hardware;
        this.clock = clock;
        this.ticks = ticks;
        this.storm = storm;
    }

    @Override
    public Answer<Applied> apply(SessionSpec spec, Policy policy) {
        var faults = hardware.faults(spec.connectionId());
        if (faults.router() == RouterFault.Unreachable) {
            return new Answer.Unreachable<>(router.name() + " does not answer");
        }
        if (faults.router() == RouterFault.Rejects || spec.families().isEmpty() || !hasPort(spec.port())) {
            return new Answer.Rejected<>(router.name() + " refuses the configuration of " + spec.port() + " with "
                    + spec.families().size() + " sessions");
        }
        var steps = new Change(router.name(), hardware, clock).steps(spec, policy);
        for (int done = 0; done < steps.size(); done++) {
            steps.get(done).run();
            if (faults.crashAfterStep() != null && faults.crashAfterStep() == done + 1) {
                hardware.setFaults(spec.connectionId(), faults.withoutCrash());
                return new Answer.Unknown<>("The way to " + router.name() + " broke after step " + (done + 1));
            }
        }
        tick(spec.connectionId());
        return new Answer.Done<>(new Applied(spec.hash(), !steps.isEmpty()));
    }

    @Override
    public Answer<List<Sighting>> observe() {
        var faults = hardware.faultsOn(router.name());
        var rows = hardware.sessionsOn(router.name()).stream()
                .collect(Collectors.groupingBy(SessionRow::connectionId, LinkedHashMap::new, Collectors.toList()));
        var seen = new ArrayList<Sighting>();
        rows.forEach((connection, sessions) -> {
            var fault = faults.getOrDefault(connection, Faults.NONE);
            if (fault.router() != RouterFault.Unreachable) {
                seen.add(looked(sessions, fault));
            }
        });
        return new Answer.Done<>(seen);
    }

    @Override
    public Answer<Optional<Sighting>> observe(UUID connectionId) {
        var stormy = storm.sessionsOf(connectionId);
        if (stormy.isPresent()) {
            return new Answer.Done<>(stormy.map(SimulatedRouter::sighting));
        }
        var faults = hardware.faults(connectionId);
        if (faults.router() == RouterFault.Unreachable) {
            return new Answer.Unreachable<>(router.name() + " does not answer");
        }
        var rows = hardware.sessionsOf(connectionId).stream()
                .filter(row -> row.router().equals(router.name()))
                .toList();
        return new Answer.Done<>(rows.isEmpty() ? Optional.empty() : Optional.of(looked(rows, faults)));
    }

    private Sighting looked(List<SessionRow> rows, Faults faults) {
        return sighting(rows.stream().map(row -> advanced(row, faults)).toList(), faults);
    }

    private static Sighting sighting(List<SessionRow> sessions) {
        return sighting(sessions, Faults.NONE);
    }

    private static Sighting sighting(List<SessionRow> sessions, Faults faults) {
        var first = sessions.getFirst();
        var filters = sessions.stream().map(SessionRow::filterHash).distinct().toList();
        return new Sighting(
                first.connectionId(),
                first.specHash(),
                filters.size() == 1 ? filters.getFirst() : "",
                first.policy(),
                sessions.stream().map(row -> row.sighting(faults)).toList());
    }

    private SessionRow advanced(SessionRow row, Faults faults) {
        var now = clock.instant();
        var next = faults.peer(row.expectedAsn(), ticks.step()).advance(row.fsm(), row.expectedAsn(), now);
        if (row.policy() != Policy.DENY_ALL && row.with(next).isEstablished() && row.taken(faults) > row.maxPrefix()) {
            var reason = "maximum of " + row.maxPrefix() + " prefixes exceeded";
            next = next.after(new Fsm.Event.Closed(reason), now, row.expectedAsn());
        }
        if (!next.equals(row.fsm())) {
            hardware.advance(row, next);
        }
        return row.with(next);
    }

    @Override
    public Answer<Boolean> remove(UUID connectionId) {
        if (hardware.faults(connectionId).router() == RouterFault.Unreachable) {
            return new Answer.Unreachable<>(router.name() + " does not answer");
        }
        var found = hardware.sessionsOf(connectionId);
        if (!found.isEmpty()) {
            hardware.end(
                    () -> hardware.delete(connectionId),
                    router.name(),
                    connectionId,
                    "REMOVED",
                    found.getFirst().specHash(),
                    clock.instant());
        }
        return new Answer.Done<>(!found.isEmpty());
    }

    @Override
    public Answer<LinkTestResult> linkTest(SessionSpec spec, int packets) {
        return hardware.faults(spec.connectionId()).silent()
                ? new Answer.Done<>(new LinkTestResult(packets, 0, null, null, null))
                : new Answer.Done<>(new LinkTestResult(packets, packets, 0.3, 0.4, 0.6));
    }

    @Override
    public void watch(Consumer<UUID> hint) {
        watchers.add(hint);
    }

    /// Told that the peer has begun to behave differently just now.
    void disturbed(UUID connectionId, Faults before) {
        var after = hardware.faults(connectionId);
        for (var row : hardware.sessionsOf(connectionId)) {
            var now = clock.instant();
            var was = before.peer(row.expectedAsn(), ticks.step()).advance(row.fsm(), row.expectedAsn(), now);
            hardware.advance(row, after.peer(row.expectedAsn(), ticks.step()).disturb(was, row.expectedAsn(), now));
        }
        tick(connectionId);
    }

    void hint(UUID connectionId) {
        watchers.forEach(watcher -> watcher.accept(connectionId));
    }

    /// Runs the machines in time and tells the watchers, as long as something is to come.
    private void tick(UUID connectionId) {
        if (watchers.isEmpty() || !ticking.add(connectionId)) {
            return;
        }
        hardware.sessionsOf(connectionId).stream()
                .flatMap(row -> Optional.ofNullable(row.fsm().nextAt()).stream())
                .min(Comparator.naturalOrder())
                .ifPresentOrElse(
                        at -> ticks.at(at, () -> {
                            ticking.remove(connectionId);
                            hint(connectionId);
                            tick(connectionId);
                        }),
                        () -> ticking.remove(connectionId));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.MD5, Capability.TCP_AO, Capability.FLAP_COUNT, Capability.LINK_TEST, Capability.WATCH);
    }

    private boolean hasPort(String port) {
        return router.ports().stream().anyMatch(candidate -> candidate.name().equals(port));
    }
}
