package io.directpeering.provisioning.router.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Capability;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.RouterContract;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.host.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds of every driver for real daemons, with a real peer at the other end of a real wire.
public abstract class WiredContract extends RouterContract {

    private static final FamilySpec KEYED = new FamilySpec(Family.IPV4, "198.51.100.4", "198.51.100.5", 31, 1000);
    private static final FamilySpec NEAR = new FamilySpec(Family.IPV4, "198.51.100.6", "198.51.100.7", 31, 1000);

    private static final FamilySpec WATCHED = new FamilySpec(Family.IPV4, "198.51.100.8", "198.51.100.9", 31, 1000);
    private static final Duration LONG_BEFORE_THE_HOLD_TIME = Duration.ofSeconds(12);

    protected abstract Wire wire();

    protected abstract PeerRouter peer();

    /// The router with other settings than usual.
    protected abstract Router router(Map<String, String> settings, Trail trail);

    protected abstract Map<String, String> settings();

    protected abstract Class<? extends KilledProcess> killedProcess();

    @AfterEach
    void leavesTheRouterAsItWas() {
        assertThat(router().remove(connection)).isInstanceOf(Answer.Done.class);
    }

    @Override
    protected final String port() {
        return "et0";
    }

    @Override
    protected final Router dyingAfter(int step) {
        var steps = new AtomicInteger();
        return router(settings(), _ -> {
            if (steps.incrementAndGet() == step) {
                throw new Killed();
            }
        });
    }

    @Override
    protected final void letTimePass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected final Optional<Integer> everHeardByPeer() {
        return Optional.of(peer().everHeard("plain4") + peer().everHeard("plain6"));
    }

    @Test
    void countsWhatItCountsAndThePeerHasWhatIsAdvertised() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        establishes();
        eventually(seen ->
                assertThat(seen.sessions().getFirst().prefixesReceived()).isEqualTo(PeerRouter.ROUTES_V4));
        assertThat(peer().routes("plain4")).doesNotContain("192.0.2.0/24");

        // When
        router().apply(spec, Policy.OPEN);

        // Then
        eventually(seen -> {
            assertThat(seen.sessions().getFirst().prefixesAccepted()).isEqualTo(PeerRouter.ROUTES_V4);
            assertThat(seen.sessions().getLast().prefixesAccepted()).isEqualTo(PeerRouter.ROUTES_V6);
            assertThat(seen.sessions().getFirst().prefixesAdvertised()).isEqualTo(2);
            assertThat(seen.sessions().getLast().prefixesAdvertised()).isEqualTo(1);
            assertThat(peer().routes("plain4")).contains("192.0.2.0/24", "192.0.2.0/25");
        });
    }

    @Test
    void drainingTellsThePeerToMoveAway() {
        // Given
        router().apply(spec, Policy.OPEN);
        establishes();
        eventually(_ -> assertThat(peer().routes("plain4")).contains("192.0.2.0/24"));
        assertThat(peer().routes("plain4")).doesNotContain("(65535,0)");
        var since = sighting().sessions().getFirst().establishedAt();

        // When
        router().apply(spec, Policy.DRAIN);

        // Then
        eventually(_ -> {
            assertThat(peer().routes("plain4")).contains("192.0.2.0/24", "(65535,0)");
            assertThat(peer().routes("plain6")).contains("(65535,0)");
        });
        assertThat(sighting().policy()).isEqualTo(Policy.DRAIN);
        assertThat(sighting().sessions().getFirst().establishedAt()).isEqualTo(since);
    }

    /// Its session was open to an earlier specification and is to be denied under another.
    @Test
    void aProcessKilledAtAnyStepLeavesTheOldOrDenyAll() {
        // Given
        var wanted = KilledProcess.spec(connection, V4.peerAddress(), V4.operatorAddress());
        var step = 0;
        boolean killed;
        do {
            router().apply(spec, Policy.OPEN);
            step++;

            // When
            killed = KilledProcess.run(killedProcess(), settings(), step, connection, Policy.DENY_ALL, V4);

            // Then
            var left = found();
            assertThat(left.stream().toList())
                    .as("after step " + step)
                    .allMatch(sighting -> sighting.policy() == Policy.DENY_ALL
                            || (sighting.policy() == Policy.OPEN
                                    && sighting.specHash().equals(spec.hash())));
        } while (killed);
        assertThat(step).as("steps").isGreaterThan(3);
        assertThat(sighting().specHash()).isEqualTo(wanted.hash());
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
    }

    @Test
    void tooManyPrefixesTearTheSessionDownWhenItIsOpenedAndNotBefore() {
        // Given
        var tight = spec(new FamilySpec(Family.IPV4, V4.peerAddress(), V4.operatorAddress(), 31, 10));
        router().apply(tight, Policy.DENY_ALL);
        establishes();
        eventually(seen ->
                assertThat(seen.sessions().getFirst().prefixesReceived()).isEqualTo(PeerRouter.ROUTES_V4));

        // When
        router().apply(tight, Policy.OPEN);

        // Then
        eventually(seen -> {
            assertThat(seen.sessions().getFirst().state()).isNotEqualTo(BgpState.ESTABLISHED);
            assertThat(seen.sessions().getFirst().lastError()).isNotBlank();
            assertThat(seen.sessions().getFirst().flaps()).isEqualTo(1);
        });
    }

    @Test
    void aWrongAsnNeverEstablishesAndSaysWhy() {
        // Given
        var wrong = new SessionSpec(connection, port(), 64_500, 64_100, new Authentication.None(), List.of(V4));

        // When
        router().apply(wrong, Policy.DENY_ALL);

        // Then
        eventually(seen -> assertThat(seen.sessions().getFirst().lastError()).containsIgnoringCase("bad peer as"));
        assertThat(sighting().sessions().getFirst().state()).isNotEqualTo(BgpState.ESTABLISHED);
    }

    @Test
    void theRightKeyEstablishesAndAWrongOneNeverDoes() throws IOException {
        // Given
        var keys = Files.createDirectories(wire().folder().resolve("keys"));
        Files.writeString(keys.resolve("right"), PeerRouter.KEY + "\n");
        Files.writeString(keys.resolve("wrong"), "nobodyskey");

        // When
        router().apply(keyed("wrong"), Policy.DENY_ALL);
        letTimePass(Duration.ofSeconds(3));

        // Then
        assertThat(sighting().sessions().getFirst().state()).isNotEqualTo(BgpState.ESTABLISHED);

        // When
        router().apply(keyed("right"), Policy.DENY_ALL);

        // Then
        establishes();

        // When
        Files.writeString(keys.resolve("right"), "rolledover");
        var rolled = router().apply(keyed("right"), Policy.DENY_ALL);

        // Then
        assertThat(rolled)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.value().toString()).contains("changed=true"));
    }

    @Test
    void aMissingKeyIsNamedAndNothingIsDone() {
        // When
        var missing = router().apply(keyed("absent"), Policy.DENY_ALL);
        var traversing = router().apply(keyed("../peer.conf"), Policy.DENY_ALL);
        var unsupported = router().apply(
                        new SessionSpec(
                                connection, "et1", 64_500, 64_000, new Authentication.TcpAo("ao"), List.of(KEYED)),
                        Policy.DENY_ALL);

        // Then
        assertThat(missing)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("the key absent cannot be used"));
        assertThat(traversing).isInstanceOf(Answer.Rejected.class);
        assertThat(unsupported)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("TCP-AO"));
        assertThat(found()).isEmpty();
    }

    @Test
    void ttlSecurityAndRoleGoWithASessionThatEstablishes() {
        // Given
        var options = new HashMap<>(settings());
        options.put("ttlSecurity", "true");
        options.put("role", "peer");
        options.put("holdTimeSeconds", "30");
        var near = new SessionSpec(connection, "et2", 64_500, 64_000, new Authentication.None(), List.of(NEAR));

        // When
        router(options, _ -> {}).apply(near, Policy.DENY_ALL);

        // Then
        establishes();
        assertThat(peer().say("show protocols all near"))
                .containsIgnoringCase("role")
                .contains("/30");
    }

    @Test
    void bfdNoticesAPeerThatHasFallenSilent() {
        // Given
        watched();
        var flaps = flaps().getFirst();

        // When
        var began = System.nanoTime();
        peer().freeze();
        try {
            eventually(seen -> assertThat(seen.sessions().getFirst().state()).isNotEqualTo(BgpState.ESTABLISHED));
        } finally {
            peer().thaw();
        }

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG_BEFORE_THE_HOLD_TIME);
        assertThat(sighting().sessions().getFirst().lastError()).containsIgnoringCase("bfd");
        establishes();
        assertThat(flaps().getFirst()).isEqualTo(flaps + 1);
    }

    @Test
    void aWireThatIsCutTakesTheSessionDownAndMendedBringsItBack() {
        // Given
        watched();

        // When
        var began = System.nanoTime();
        Wire.run("ip", "-n", wire().peerSpace(), "link", "set", "et3", "down");
        try {
            eventually(seen -> assertThat(seen.sessions().getFirst().state()).isNotEqualTo(BgpState.ESTABLISHED));
        } finally {
            Wire.run("ip", "-n", wire().peerSpace(), "link", "set", "et3", "up");
        }

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG_BEFORE_THE_HOLD_TIME);
        establishes();
        eventually(_ -> assertThat(peer().say("show bfd sessions")).contains("Up"));
    }

    /// A session that BFD watches over, with a hold time of 90 s.
    private void watched() {
        var options = new HashMap<>(settings());
        options.put("bfd", "true");
        var spec = new SessionSpec(connection, "et3", 64_500, 64_000, new Authentication.None(), List.of(WATCHED));
        var watching = router(options, _ -> {});
        assertThat(watching.capabilities()).contains(Capability.BFD);
        assertThat(watching.apply(spec, Policy.OPEN)).isInstanceOf(Answer.Done.class);
        establishes();
        eventually(_ ->
                assertThat(peer().say("show bfd sessions")).containsPattern(WATCHED.operatorAddress() + " +et3 +Up"));
    }

    private SessionSpec keyed(String key) {
        return new SessionSpec(connection, "et1", 64_500, 64_000, new Authentication.Md5(key), List.of(KEYED));
    }

    public static EdgeRouter edgeRouter(String driver, Map<String, String> settings) {
        var ports = List.of("et0", "et1", "et2", "et3").stream()
                .map(name -> new EdgeRouter.Port(name, 10_000, "A1", "PP-1", "1", "10GBASE-LR", "LC/UPC", "Duplex"))
                .toList();
        return new EdgeRouter("edge1", 58, driver, settings, ports);
    }
}
