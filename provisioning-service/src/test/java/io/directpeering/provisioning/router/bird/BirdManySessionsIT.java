package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import io.directpeering.provisioning.router.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Two hundred sessions of a hundred connections on one BIRD, each on a port of its own.
class BirdManySessionsIT {

    private static final int CONNECTIONS = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void twoHundredSessionsAreThereInAMinuteAndNoneFlapsWhileOthersAreAdded() throws IOException {
        try (var wire = Wire.stretch(CONNECTIONS, "/usr/sbin/bird", "/usr/sbin/birdc", "/usr/sbin/ip")) {
            // Given
            startPeers(wire);
            var router = startRouter(wire);
            var firstUp = new HashMap<String, Instant>();
            var begun = System.nanoTime();

            // When
            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(router.apply(spec(i), Policy.DENY_ALL)).isInstanceOf(Answer.Done.class);
                if (i % 10 == 9) {
                    demandNoFlap(router, firstUp);
                }
            }
            var applied = System.nanoTime();

            // Then
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> demandNoFlap(router, firstUp) == 200);
            var established = System.nanoTime();
            assertThat(Duration.ofNanos(established - begun)).isLessThan(LIMIT);

            // When
            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(router.apply(spec(i), Policy.OPEN)).isInstanceOf(Answer.Done.class);
            }
            var opened = System.nanoTime();

            // Then
            assertThat(demandNoFlap(router, firstUp)).isEqualTo(200);
            System.out.printf(
                    "200 sessions on one BIRD: applied in %.1f s, all Established after %.1f s, opened in %.1f s%n",
                    (applied - begun) / 1e9, (established - begun) / 1e9, (opened - established) / 1e9);
        }
    }

    /// Every session that was once up has been up since then.
    ///
    /// @return sessions that are up
    private static int demandNoFlap(Router router, Map<String, Instant> firstUp) {
        var up = 0;
        for (var sighting : seen(router)) {
            for (var session : sighting.sessions()) {
                var key = sighting.connectionId() + " " + session.family();
                if (session.state() == BgpState.ESTABLISHED) {
                    up++;
                    var since = requireNonNull(session.establishedAt());
                    assertThat(since).as(key).isEqualTo(firstUp.computeIfAbsent(key, _ -> since));
                } else {
                    assertThat(firstUp).as(() -> "fell: " + error(session)).doesNotContainKey(key);
                }
            }
        }
        return up;
    }

    private static @Nullable String error(SessionSighting session) {
        return session.lastError();
    }

    private static List<Sighting> seen(Router router) {
        return switch (router.observe()) {
            case Answer.Done(var sightings) -> sightings;
            case Answer.Failed<List<Sighting>> failed -> throw new AssertionError(failed.reason());
        };
    }

    private static SessionSpec spec(int i) {
        return new SessionSpec(
                new UUID(7, i),
                "et" + i,
                64_500,
                64_000,
                new Authentication.None(),
                List.of(
                        new FamilySpec(Family.IPV4, v4(2 * i), v4(2 * i + 1), 31, 1000),
                        new FamilySpec(Family.IPV6, v6(i, ""), v6(i, "1"), 127, 100)));
    }

    private static String v4(int number) {
        return "198.18." + number / 256 + "." + number % 256;
    }

    private static String v6(int i, String host) {
        return "2001:db8:%x::%s".formatted(i + 1, host);
    }

    private static void startPeers(Wire wire) {
        var config = new StringBuilder("""
                router id 192.0.2.2;
                protocol device {}
                protocol static { ipv4; route 203.0.113.0/24 blackhole; }
                """);
        var addresses = new StringBuilder();
        for (int i = 0; i < CONNECTIONS; i++) {
            addresses.append(
                    "addr add %s/31 dev et%d%naddr add %s/127 dev et%d nodad%n".formatted(v4(2 * i), i, v6(i, ""), i));
            config.append("""
                    protocol bgp four%1$d { local %2$s as 64000; neighbor %3$s as 64500; connect delay time 1;
                      ipv4 { import all; export where source = RTS_STATIC; }; }
                    protocol bgp six%1$d { local %4$s as 64000; neighbor %5$s as 64500; connect delay time 1;
                      ipv6 { import all; export none; }; }
                    """.formatted(i, v4(2 * i), v4(2 * i + 1), v6(i, ""), v6(i, "1")));
        }
        Wire.run(
                "ip",
                "-n",
                wire.peerSpace(),
                "-batch",
                wire.file("addresses", addresses.toString()).toString());
        start(wire, wire.peerSpace(), "peer", config.toString());
    }

    private static Router startRouter(Wire wire) throws IOException {
        var include = Files.createDirectory(wire.folder().resolve("peerings"));
        var socket = start(wire, wire.operatorSpace(), "op", """
                router id 192.0.2.1;
                protocol device {}
                protocol static { ipv4; route 192.0.2.0/24 blackhole; }
                function announced() { return source = RTS_STATIC; }
                include "%s/*.conf";
                """.formatted(include));
        var ports = IntStream.range(0, CONNECTIONS)
                .mapToObj(
                        i -> new EdgeRouter.Port("et" + i, 10_000, "A1", "PP-1", "1", "10GBASE-LR", "LC/UPC", "Duplex"))
                .toList();
        var settings = Map.of(
                "socket",
                socket,
                "include",
                include.toString(),
                "exports",
                "announced",
                "run",
                "ip netns exec " + wire.operatorSpace());
        var edge = new EdgeRouter("edge1", 58, "bird", settings, new ArrayList<>(ports));
        return new BirdRouter(edge, BirdSettings.of(edge), InstantSource.system(), _ -> {});
    }

    private static String start(Wire wire, String space, String name, String config) {
        var socket = wire.folder().resolve(name + ".ctl");
        wire.start(
                space,
                socket,
                "/usr/sbin/bird",
                "-f",
                "-c",
                wire.file(name + ".conf", config).toString(),
                "-s",
                socket.toString(),
                "-P",
                wire.folder().resolve(name + ".pid").toString());
        return socket.toString();
    }
}
