package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import org.jspecify.annotations.Nullable;

/// Reads `show bgp neighbors json`, and counts what is in the RIB after policy.
final class Neighbors {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// FRR tells in whole seconds since when a session is up, and counts back anew each time it is asked.
    private static final Duration UNSTEADY = Duration.ofSeconds(2);

    private record Up(int times, Instant since) {}

    private final Map<String, Up> ups = new ConcurrentHashMap<>();

    JsonNode all(Vty vty) throws IOException {
        return JSON.readTree(vty.run("show bgp neighbors json"));
    }

    JsonNode one(Vty vty, String address) throws IOException {
        return JSON.readTree(vty.run("show bgp neighbors " + address + " json"));
    }

    /// @param denied nothing should be advertised, so what is there can be counted one by one: FRR's own counter has
    ///               been seen to stand still at what had long been withdrawn
    SessionSighting session(Vty vty, JsonNode neighbors, String address, Family family, boolean denied)
            throws IOException {
        var neighbor = neighbors.path(address);
        var state = state(neighbor.path("bgpState").asText());
        var flaps = neighbor.path("connectionsDropped").asInt();
        if (state != BgpState.ESTABLISHED) {
            ups.remove(address);
            return new SessionSighting(family, state, null, 0, 0, 0, flaps, null, error(neighbor));
        }
        var counters = JSON.readTree(
                        vty.run("show bgp " + name(family) + " neighbors " + address + " prefix-counts json"))
                .path("ribTableWalkCounters");
        var sent = neighbor.path("addressFamilyInfo")
                .path(
                        switch (family) {
                            case IPV4 -> "ipv4Unicast";
                            case IPV6 -> "ipv6Unicast";
                        })
                .path("sentPrefixCounter")
                .asInt();
        return new SessionSighting(
                family,
                state,
                neighbor.path("remoteAs").asLong(),
                counters.path("Adj-in").asInt(),
                counters.path("All RIB").asInt(),
                denied && sent > 0 ? advertised(vty, address, family) : sent,
                flaps,
                since(address, neighbor),
                error(neighbor));
    }

    private static int advertised(Vty vty, String address, Family family) throws IOException {
        return JSON.readTree(vty.run("show bgp " + name(family) + " neighbors " + address + " advertised-routes json"))
                .path("totalPrefixCounter")
                .asInt();
    }

    private Instant since(String address, JsonNode neighbor) {
        var told = Instant.ofEpochSecond(
                neighbor.path("bgpTimerUpEstablishedEpoch").asLong());
        var times = neighbor.path("connectionsEstablished").asInt();
        return ups.compute(address, (_, before) -> isSame(before, times, told) ? before : new Up(times, told))
                .since();
    }

    private static boolean isSame(@Nullable Up before, int times, Instant told) {
        return before != null
                && before.times() == times
                && Duration.between(before.since(), told).abs().compareTo(UNSTEADY) < 0;
    }

    private static @Nullable String error(JsonNode neighbor) {
        var notification = neighbor.path("lastNotificationReason").asText();
        var reset = neighbor.path("lastResetDueTo").asText();
        if (!notification.isBlank()) {
            return notification.strip();
        }
        // Before a session has fallen for the first time, it is what hindered the first attempt.
        var isUp = state(neighbor.path("bgpState").asText()) == BgpState.ESTABLISHED;
        return reset.isBlank() || (isUp && neighbor.path("connectionsDropped").asInt() == 0) ? null : reset;
    }

    private static BgpState state(String text) {
        return switch (text) {
            case "Established" -> BgpState.ESTABLISHED;
            case "OpenConfirm" -> BgpState.OPEN_CONFIRM;
            case "OpenSent" -> BgpState.OPEN_SENT;
            case "Active" -> BgpState.ACTIVE;
            case "Connect" -> BgpState.CONNECT;
            // Idle, Clearing, Deleted.
            default -> BgpState.IDLE;
        };
    }

    private static String name(Family family) {
        return switch (family) {
            case IPV4 -> "ipv4 unicast";
            case IPV6 -> "ipv6 unicast";
        };
    }
}
