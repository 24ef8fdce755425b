package io.directpeering.provisioning.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.Routers;
import io.directpeering.provisioning.router.Sighting;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

/// Watches the sessions: after every change of ours, when a router hints at something, and every few seconds. Tells
/// what is new at once, and what is not once a minute, so that a reader can tell quiet from silence.
@ApplicationScoped
public class Monitor {

    private static final Logger LOG = Logger.getLogger(Monitor.class);

    /// What was told of a connection's sessions, and when.
    private static final class Told {

        private final String router;
        private final Map<Family, Look> looks = new EnumMap<>(Family.class);
        private Instant at = Instant.EPOCH;

        private Told(String router) {
            this.router = router;
        }
    }

    private final Routers routers;
    private final Observations observations;
    private final PolicyWatch policies;
    private final SessionMetrics metrics;
    private final InstantSource clock;
    private final Duration tellAgainAfter;
    private final Map<UUID, Told> told = new ConcurrentHashMap<>();

    Monitor(
            Routers routers,
            Observations observations,
            PolicyWatch policies,
            SessionMetrics metrics,
            InstantSource clock,
            @ConfigProperty(name = "peering.monitoring.tell-again-after", defaultValue = "60s")
                    Duration tellAgainAfter) {
        this.routers = routers;
        this.observations = observations;
        this.policies = policies;
        this.metrics = metrics;
        this.clock = clock;
        this.tellAgainAfter = tellAgainAfter;
    }

    void start(@Observes StartupEvent event) {
        for (var name : routers.names()) {
            routers.named(name).ifPresent(router -> router.watch(connection -> look(name, connection, Set.of())));
        }
    }

    /// Not before the channels are there, through which is told what was seen.
    @Scheduled(
            every = "{peering.monitoring.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void lookAround() {
        var all = new ArrayList<Sighting>();
        // Before the routers are observed: what is told of meanwhile is not missed there.
        var toldOf = told.entrySet().stream()
                .collect(groupingBy(entry -> entry.getValue().router, mapping(Map.Entry::getKey, toSet())));
        for (var name : routers.names()) {
            switch (routers.named(name).orElseThrow().observe()) {
                case Answer.Done(List<Sighting> sightings) -> {
                    // Looked at again under the lock: meanwhile something newer may have been told.
                    sightings.stream()
                            .filter(sighting -> isToBeTold(name, sighting))
                            .forEach(sighting -> look(name, sighting.connectionId(), Set.of()));
                    gone(toldOf.getOrDefault(name, Set.of()), sightings)
                            .forEach(connection -> look(name, connection, Set.of()));
                    metrics.looked(name, sightings);
                    all.addAll(sightings);
                }
                case Answer.Failed<?> failed -> {
                    metrics.failed(name);
                    LOG.warnf("A router was not observed: router=%s reason=%s", name, failed.reason());
                }
            }
        }
        policies.check(all);
    }

    /// Looks at one connection now.
    ///
    /// @param expected families whose sessions were there before, to be told of when they are not
    public void look(String routerName, UUID connectionId, Set<Family> expected) {
        routers.named(routerName).ifPresent(router -> look(routerName, router, connectionId, expected));
    }

    private void look(String routerName, Router router, UUID connectionId, Set<Family> expected) {
        var before = told.computeIfAbsent(connectionId, _ -> new Told(routerName));
        // One at a time per connection, so that looks are told in the order in which they were taken.
        synchronized (before) {
            switch (router.observe(connectionId)) {
                case Answer.Done(Optional<Sighting> sighting) -> {
                    tell(routerName, connectionId, sighting.map(Look::at).orElseGet(List::of), before, expected);
                    if (sighting.isEmpty()) {
                        told.remove(connectionId, before);
                    }
                }
                case Answer.Failed<?> failed ->
                    LOG.warnf("A connection was not observed: connection=%s reason=%s", connectionId, failed.reason());
            }
        }
    }

    private void tell(String router, UUID connectionId, List<Look> looks, Told before, Set<Family> expected) {
        var again = isStale(before);
        for (var look : looks) {
            var earlier = before.looks.put(look.family(), look);
            if (earlier != null && look.session().flaps() > earlier.session().flaps()) {
                metrics.fell(
                        router,
                        look.family(),
                        look.session().flaps() - earlier.session().flaps());
            }
            if (again || !look.equals(earlier)) {
                observations.tell(router, connectionId, look);
            }
        }
        Stream.of(Family.values())
                .filter(family -> looks.stream().noneMatch(look -> look.family() == family))
                .filter(family -> before.looks.remove(family) != null || expected.contains(family))
                .forEach(family -> observations.tell(router, connectionId, Look.atNothing(family)));
        if (again) {
            before.at = clock.instant();
        }
    }

    /// What was there, by what was told, and is not.
    private static Set<UUID> gone(Set<UUID> toldOf, List<Sighting> sightings) {
        var gone = new HashSet<>(toldOf);
        sightings.stream().map(Sighting::connectionId).forEach(gone::remove);
        return gone;
    }

    private boolean isToBeTold(String router, Sighting sighting) {
        var before = told.computeIfAbsent(sighting.connectionId(), _ -> new Told(router));
        synchronized (before) {
            return isStale(before) || !List.copyOf(before.looks.values()).equals(Look.at(sighting));
        }
    }

    private boolean isStale(Told before) {
        return Duration.between(before.at, clock.instant()).compareTo(tellAgainAfter) >= 0;
    }
}
