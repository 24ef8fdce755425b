package io.directpeering.provisioning.router.wire;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// The peer's side: BIRD in AS 64000 with 20 IPv4 routes and 5 IPv6 routes. It speaks plainly on `et0`, with the key
/// `peerskey` on `et1`, with TTL security on `et2`, watched by BFD on `et3`, and pings back from 169.254.0.1 on `et0`.
public final class PeerRouter {

    public static final int ROUTES_V4 = 20;
    public static final int ROUTES_V6 = 5;
    public static final String KEY = "peerskey";
    /// The daemon's usual ten milliseconds are too short for a machine that has other things to do.
    public static final String BFD = """
            protocol bfd { interface "*" { min rx interval 200 ms; min tx interval 200 ms; multiplier 4; }; }
            """;

    private static final Pattern UPDATES = Pattern.compile("Import updates: +(\\d+)");

    private final Path socket;
    private final Process daemon;

    public PeerRouter(Wire wire) {
        socket = wire.folder().resolve("peer.ctl");
        address(wire, "et0", "198.51.100.0/31", "2001:db8::/127", "169.254.0.1/30");
        address(wire, "et1", "198.51.100.4/31");
        address(wire, "et2", "198.51.100.6/31");
        address(wire, "et3", "198.51.100.8/31");
        var config = wire.file("peer.conf", config());
        daemon = wire.start(
                wire.peerSpace(),
                socket,
                "/usr/sbin/bird",
                "-f",
                "-c",
                config.toString(),
                "-s",
                socket.toString(),
                "-P",
                wire.folder().resolve("peer.pid").toString());
    }

    private static void address(Wire wire, String port, String... addresses) {
        for (var address : addresses) {
            if (address.contains(":")) {
                Wire.run("ip", "-n", wire.peerSpace(), "addr", "add", address, "dev", port, "nodad");
            } else {
                Wire.run("ip", "-n", wire.peerSpace(), "addr", "add", address, "dev", port);
            }
        }
    }

    private static String config() {
        var config =
                new StringBuilder("router id 192.0.2.2;\nprotocol device {}\n" + BFD + "protocol static { ipv4;\n");
        for (int i = 1; i <= ROUTES_V4; i++) {
            config.append("  route 203.0.113.%d/29 blackhole;%n".formatted(i * 8));
        }
        config.append("}\nprotocol static { ipv6;\n");
        for (int i = 1; i <= ROUTES_V6; i++) {
            config.append("  route 2001:db8:1:%d::/64 blackhole;%n".formatted(i));
        }
        config.append("}\n");
        session(config, "plain4", "ipv4", "198.51.100.0", "198.51.100.1", "");
        session(config, "plain6", "ipv6", "2001:db8::", "2001:db8::1", "");
        session(config, "secured", "ipv4", "198.51.100.4", "198.51.100.5", "password \"" + KEY + "\";");
        session(config, "near", "ipv4", "198.51.100.6", "198.51.100.7", "ttl security on;");
        session(config, "watched", "ipv4", "198.51.100.8", "198.51.100.9", "bfd on;");
        return config.toString();
    }

    private static void session(
            StringBuilder config, String name, String family, String ours, String theirs, String extra) {
        config.append("""
                protocol bgp %s {
                  local %s as 64000; neighbor %s as 64500; %s
                  connect delay time 1; connect retry time 1; error wait time 1, 1;
                  %s { import all; export where source = RTS_STATIC; };
                }
                """.formatted(name, ours, theirs, extra, family));
    }

    /// Routes that our side has announced to it since the session came up, withdrawn ones among them.
    public int everHeard(String protocol) {
        var updates = UPDATES.matcher(say("show protocols all " + protocol));
        return updates.find() ? Integer.parseInt(updates.group(1)) : 0;
    }

    /// Its routes from our side, with all that is known of them.
    public String routes(String protocol) {
        return say("show route protocol " + protocol + " all");
    }

    /// It says nothing more, while wires and TCP connections stay as they are: what only BFD notices in time.
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        Wire.run("kill", name, String.valueOf(daemon.pid()));
    }

    public String say(String command) {
        return Wire.run("birdc", "-s", socket.toString(), command);
    }
}
