package io.directpeering.provisioning.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/// One router's sessions in numbers: as many series for a router with a thousand sessions as for one with two.
final class RouterTally {

    private record Seen(@Nullable Instant at, List<Sighting> sightings) {}

    private final Map<Family, Counter> flaps = new EnumMap<>(Family.class);
    private final Counter secondsUp;
    private final Counter secondsDown;
    private volatile Seen latest = new Seen(null, List.of());
    private volatile boolean reachable;

    RouterTally(MeterRegistry meters, Tags router) {
        for (var family : Family.values()) {
            var tags = router.and("family", family.label());
            gauge(meters, "peering.bgp.sessions", tags.and("state", "up"), family, it -> isUp(it) ? 1 : 0);
            gauge(meters, "peering.bgp.sessions", tags.and("state", "down"), family, it -> isUp(it) ? 0 : 1);
            prefixes(meters, tags.and("direction", "received"), family, SessionSighting::prefixesReceived);
            prefixes(meters, tags.and("direction", "accepted"), family, SessionSighting::prefixesAccepted);
            prefixes(meters, tags.and("direction", "advertised"), family, SessionSighting::prefixesAdvertised);
            flaps.put(family, meters.counter("peering.bgp.session.flaps", tags));
        }
        secondsUp = meters.counter("peering.bgp.session.seconds", router.and("state", "up"));
        secondsDown = meters.counter("peering.bgp.session.seconds", router.and("state", "down"));
        Gauge.builder("peering.bgp.session.availability", this, RouterTally::availability)
                .description(
                        "Share of the sessions that traffic is let through which are Established; NaN: none is open")
                .tags(router)
                .register(meters);
        Gauge.builder("peering.bgp.router.reachable", this, it -> it.reachable ? 1 : 0)
                .description("Whether the latest look at the router succeeded")
                .tags(router)
                .register(meters);
    }

    /// What the router had at this moment. Until the next look its sessions count as being so.
    void looked(List<Sighting> sightings, Instant at) {
        var before = latest;
        if (before.at() != null) {
            var seconds = Duration.between(before.at(), at).toMillis() / 1000.0;
            secondsUp.increment(seconds * open(before, true));
            secondsDown.increment(seconds * open(before, false));
        }
        latest = new Seen(at, List.copyOf(sightings));
        reachable = true;
    }

    /// Nothing is known of the time until the next look that succeeds.
    void failed() {
        latest = new Seen(null, latest.sightings());
        reachable = false;
    }

    void fell(Family family, int times) {
        Objects.requireNonNull(flaps.get(family)).increment(times);
    }

    private double availability() {
        var up = open(latest, true);
        var all = up + open(latest, false);
        return all == 0 ? Double.NaN : (double) up / all;
    }

    private static long open(Seen seen, boolean up) {
        return seen.sightings().stream()
                .filter(sighting -> sighting.policy() == Policy.OPEN)
                .flatMap(sighting -> sighting.sessions().stream())
                .filter(session -> isUp(session) == up)
                .count();
    }

    private void prefixes(MeterRegistry meters, Tags tags, Family family, ToIntFunction<SessionSighting> count) {
        gauge(meters, "peering.bgp.prefixes", tags, family, count);
    }

    private void gauge(
            MeterRegistry meters, String name, Tags tags, Family family, ToIntFunction<SessionSighting> count) {
        Gauge.builder(
                        name,
                        () -> latest.sightings().stream()
                                .flatMap(sighting -> sighting.sessions().stream())
                                .filter(session -> session.family() == family)
                                .mapToInt(count)
                                .sum())
                .tags(tags)
                .register(meters);
    }

    private static boolean isUp(SessionSighting session) {
        return session.state() == BgpState.ESTABLISHED;
    }
}
