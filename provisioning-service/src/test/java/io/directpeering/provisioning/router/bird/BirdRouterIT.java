package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.wire.KilledProcess;
import io.directpeering.provisioning.router.wire.PeerRouter;
import io.directpeering.provisioning.router.wire.Wire;
import io.directpeering.provisioning.router.wire.WiredContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// The contract on BIRD 2, against a peer with BIRD.
@SuppressWarnings("NullAway.Init")
class BirdRouterIT extends WiredContract {

    private static Wire wire;
    private static PeerRouter peer;
    private static Path socket;
    private static Path include;
    private static Process daemon;

    private final Router router = router(settings(), _ -> {});

    @BeforeAll
    static void startsBoth() throws IOException {
        wire = Wire.stretch(4, "/usr/sbin/bird", "/usr/sbin/birdc", "/usr/bin/ping", "/usr/sbin/ip");
        peer = new PeerRouter(wire);
        socket = wire.folder().resolve("op.ctl");
        include = Files.createDirectory(wire.folder().resolve("peerings"));
        wire.file("op.conf", """
                router id 192.0.2.1;
                protocol device {}
                %s
                protocol static { ipv4; route 192.0.2.0/24 blackhole; route 192.0.2.0/25 blackhole; }
                protocol static { ipv6; route 2001:db8:f::/48 blackhole; }
                function announced() { return source = RTS_STATIC; }
                include "%s/*.conf";
                """.formatted(PeerRouter.BFD, include));
        start();
    }

    private static void start() {
        daemon = wire.start(
                wire.operatorSpace(),
                socket,
                "/usr/sbin/bird",
                "-f",
                "-c",
                wire.folder().resolve("op.conf").toString(),
                "-s",
                socket.toString(),
                "-P",
                wire.folder().resolve("op.pid").toString());
    }

    @AfterAll
    static void stopsBoth() {
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    protected Wire wire() {
        return wire;
    }

    @Override
    protected PeerRouter peer() {
        return peer;
    }

    @Override
    protected Router router() {
        return router;
    }

    @Override
    protected Router router(Map<String, String> settings, Trail trail) {
        var edge = edgeRouter("bird", settings);
        return new BirdRouter(edge, BirdSettings.of(edge), InstantSource.system(), trail);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "socket", socket.toString(),
                "include", include.toString(),
                "keys", wire.folder().resolve("keys").toString(),
                "exports", "announced",
                "run", "ip netns exec " + wire.operatorSpace());
    }

    @Override
    protected Class<? extends KilledProcess> killedProcess() {
        return KilledBird.class;
    }

    @Override
    protected void cutOff() {
        move(socket, socket.resolveSibling("gone"));
    }

    @Override
    protected void mend() {
        move(socket.resolveSibling("gone"), socket);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void restart() {
        Wire.kill(daemon);
        start();
    }

    @Override
    protected String inItsOwnWords() {
        return say("show protocols all")
                + requireNonNull(include.toFile().list()).length
                + String.join(" ", requireNonNull(include.toFile().list()))
                + Wire.run("ip", "-n", wire.operatorSpace(), "addr", "show", "dev", "et0");
    }

    private static String say(String command) {
        return Wire.run("birdc", "-s", socket.toString(), command);
    }

    @Test
    void bfdThatNobodyDoesIsRefused() throws IOException {
        // Given
        var file = wire.folder().resolve("op.conf");
        var text = Files.readString(file);
        var options = new java.util.HashMap<>(settings());
        options.put("bfd", "true");
        Files.writeString(file, text.replace(PeerRouter.BFD, ""));
        say("configure");

        // When
        var answer = router(options, _ -> {}).apply(spec, Policy.DENY_ALL);

        // Then
        Files.writeString(file, text);
        say("configure");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("no protocol bfd"));
        assertThat(found()).isEmpty();
    }

    @Test
    void onlyTheDaemonsUserReadsAFile() throws IOException {
        // When
        router.apply(spec, Policy.DENY_ALL);

        // Then
        var file = include.resolve("peering-" + connection + ".conf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatBirdRefusesIsPutBackAndSessionsGoOn() throws IOException {
        // Given
        router.apply(spec, Policy.OPEN);
        establishes();
        var since = sighting().sessions().getFirst().establishedAt();
        var file = include.resolve("peering-" + connection + ".conf");
        var text = Files.readString(file);
        var undefined = new java.util.HashMap<>(settings());
        undefined.put("exports", "nobody_defined_this");

        // When
        var answer = router(undefined, _ -> {}).apply(spec, Policy.OPEN);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("BIRD refuses it"));
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(sighting().sessions().getFirst().establishedAt()).isEqualTo(since);
        assertThat(say("configure")).contains("Reconfigured");
    }

    @Test
    void anOpenFileThatWasNeverReadIsSeenAndIsNotReadAlongWithAnother() {
        // Given
        router.apply(spec, Policy.DENY_ALL);
        establishes();
        try {
            dyingAfter(1 + 1).apply(spec, Policy.OPEN);
        } catch (Killed e) {
            // Between the file and the word to read it.
        }
        assertThat(sighting().policy()).as("one restart away from open").isEqualTo(Policy.OPEN);
        assertThat(say("show protocols all")).contains("Output filter:  REJECT").doesNotContain("_out_open");

        // When
        var other = new io.directpeering.provisioning.router.SessionSpec(
                java.util.UUID.randomUUID(),
                "et2",
                64_500,
                64_000,
                new io.directpeering.provisioning.router.SessionSpec.Authentication.None(),
                java.util.List.of(new io.directpeering.provisioning.router.SessionSpec.FamilySpec(
                        io.directpeering.provisioning.router.Family.IPV4, "198.51.100.6", "198.51.100.7", 31, 10)));
        router.apply(other, Policy.DENY_ALL);

        // Then
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
        assertThat(say("show protocols all")).doesNotContain("_out_open");
        router.remove(other.connectionId());
    }
}
