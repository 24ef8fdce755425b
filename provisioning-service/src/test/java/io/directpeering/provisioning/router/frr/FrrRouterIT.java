package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.wire.KilledProcess;
import io.directpeering.provisioning.router.wire.PeerRouter;
import io.directpeering.provisioning.router.wire.Wire;
import io.directpeering.provisioning.router.wire.WiredContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The contract on FRR, against a peer with BIRD.
@SuppressWarnings("NullAway.Init")
class FrrRouterIT extends WiredContract {

    private static final String BGPD = "/usr/lib/frr/bgpd";
    private static final String ZEBRA = "/usr/lib/frr/zebra";

    private static final String BFDD = "/usr/lib/frr/bfdd";

    private static Wire wire;
    private static PeerRouter peer;
    private static Path folder;
    private static Process bgpd;
    private static Process bfdd;

    private final Router router = router(settings(), _ -> {});

    @BeforeAll
    static void startsBoth() throws IOException {
        wire = Wire.stretch(4, BGPD, ZEBRA, BFDD, "/usr/sbin/bird", "/usr/sbin/birdc", "/usr/bin/ping", "/usr/sbin/ip");
        peer = new PeerRouter(wire);
        folder = Files.createDirectory(wire.folder().resolve("frr"));
        Files.writeString(folder.resolve("bgpd.conf"), """
                hostname edge1
                ip prefix-list OWN seq 5 permit 192.0.2.0/24 le 25
                ipv6 prefix-list OWN seq 5 permit 2001:db8:f::/48
                route-map ANNOUNCED permit 10
                 match ip address prefix-list OWN
                exit
                route-map ANNOUNCED permit 20
                 match ipv6 address prefix-list OWN
                exit
                log stdout
                router bgp 64500
                 bgp log-neighbor-changes
                 bgp router-id 192.0.2.1
                 no bgp network import-check
                 address-family ipv4 unicast
                  network 192.0.2.0/24
                  network 192.0.2.0/25
                 exit-address-family
                 address-family ipv6 unicast
                  network 2001:db8:f::/48
                 exit-address-family
                """);
        Files.writeString(folder.resolve("zebra.conf"), "hostname edge1\n");
        Files.writeString(folder.resolve("bfdd.conf"), "hostname edge1\n");
        Wire.run("chown", "-R", "frr:frr", folder.toString());
        wire.start(wire.operatorSpace(), folder.resolve("zebra.vty"), command(ZEBRA, "zebra"));
        startBfd();
        start();
    }

    private static void startBfd() {
        var command = new ArrayList<>(List.of(command(BFDD, "bfdd")));
        command.addAll(List.of("--bfdctl", folder.resolve("bfdd.sock").toString()));
        bfdd = wire.start(wire.operatorSpace(), folder.resolve("bfdd.vty"), command.toArray(String[]::new));
    }

    private static void start() {
        bgpd = wire.start(wire.operatorSpace(), folder.resolve("bgpd.vty"), command(BGPD, "bgpd"));
    }

    private static String[] command(String program, String name) {
        var command = new ArrayList<>(List.of(
                program,
                "-f",
                folder.resolve(name + ".conf").toString(),
                "-i",
                folder.resolve(name + ".pid").toString(),
                "-z",
                folder.resolve("zserv.api").toString(),
                "--vty_socket",
                folder.toString()));
        return command.toArray(String[]::new);
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
        var edge = edgeRouter("frr", settings);
        return new FrrRouter(edge, FrrSettings.of(edge), trail);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "sockets",
                folder.toString(),
                "keys",
                wire.folder().resolve("keys").toString(),
                "exports",
                "ANNOUNCED",
                "run",
                "ip netns exec " + wire.operatorSpace());
    }

    @Override
    protected Class<? extends KilledProcess> killedProcess() {
        return KilledFrr.class;
    }

    @Override
    protected void cutOff() {
        move("bgpd.vty", "gone");
    }

    @Override
    protected void mend() {
        move("gone", "bgpd.vty");
    }

    private static void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void restart() {
        Wire.kill(bgpd);
        start();
    }

    @Override
    protected String inItsOwnWords() {
        return say("bgpd", "show running-config")
                + say("zebra", "show running-config")
                + Wire.run("ip", "-n", wire.operatorSpace(), "addr", "show", "dev", "et0");
    }

    private static String say(String daemon, String command) {
        return Wire.run("vtysh", "--vty_socket", folder.toString(), "-d", daemon, "-c", command);
    }

    @Test
    void bfdThatNobodyDoesIsRefused() {
        // Given
        Wire.kill(bfdd);
        var options = new HashMap<>(settings());
        options.put("bfd", "true");

        // When
        var answer = router(options, _ -> {}).apply(spec, Policy.DENY_ALL);

        // Then
        startBfd();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("no bfdd answers"));
        assertThat(found()).isEmpty();
    }

    @Test
    void whatFrrWouldRefuseHalfWayIsRefusedBefore() throws IOException {
        // Given
        router.apply(spec, Policy.OPEN);
        establishes();
        var since = sighting().sessions().getFirst().establishedAt();
        var undefined = new HashMap<>(settings());
        undefined.put("exports", "NOBODY");

        // When
        var noMap = router(undefined, _ -> {}).apply(spec, Policy.OPEN);
        var otherAs = router.apply(
                new SessionSpec(connection, "et0", 64_501, 64_000, new Authentication.None(), List.of(V4)),
                Policy.OPEN);
        var taken = router.apply(
                new SessionSpec(
                        new java.util.UUID(1, 1), "et0", 64_500, 64_000, new Authentication.None(), List.of(V4)),
                Policy.OPEN);

        // Then
        assertThat(List.of(noMap, otherAs, taken))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Rejected.class));
        assertThat(sighting().sessions().getFirst().establishedAt()).isEqualTo(since);
    }

    @Test
    void aFilterThatSomebodyPutThereCountsAsOpen() {
        // Given
        router.apply(spec, Policy.DENY_ALL);

        // When
        Wire.run(
                "vtysh",
                "--vty_socket",
                folder.toString(),
                "-d",
                "bgpd",
                "-c",
                "configure terminal",
                "-c",
                "router bgp 64500",
                "-c",
                "address-family ipv4 unicast",
                "-c",
                "neighbor " + V4.peerAddress() + " route-map ANNOUNCED out");

        // Then
        assertThat(sighting().policy()).isEqualTo(Policy.OPEN);
        router.apply(spec, Policy.DENY_ALL);
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
    }
}
