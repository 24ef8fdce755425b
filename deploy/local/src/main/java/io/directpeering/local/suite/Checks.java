package io.directpeering.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Services;
import io.directpeering.local.process.PortHolder;

/// What must be right before anything is started.
final class Checks {

    private Checks() {}

    /// @throws Trouble a port is taken: names it, who holds it and the way out
    static void portsAreFree(Wanted wanted) {
        var taken = new ArrayList<String>();
        ports(wanted).forEach((port, description) -> {
            if (!isFree(port)) {
                taken.add("Port %d (%s) is taken by %s.".formatted(port, description, PortHolder.describe(port)));
            }
        });
        if (!taken.isEmpty()) {
            throw new Trouble(
                    String.join("\n", taken)
                            + "\nStop it, or set PEERING_PORT_OFFSET (and PEERING_HOME, for a second suite) to use other ports.");
        }
    }

    /// @throws Trouble something that the build makes is missing
    static void everythingIsBuilt(Wanted wanted) {
        for (var replica : wanted.replicas()) {
            var jar = replica.jar(wanted.layout());
            if (!Files.exists(jar)) {
                throw new Trouble("%s is not built: there is no %s. ./peering build makes it."
                        .formatted(replica.service().serviceName(), jar));
            }
        }
    }

    /// Every port that is needed, and what for.
    private static Map<Integer, String> ports(Wanted wanted) {
        var layout = wanted.layout();
        var ports = new TreeMap<Integer, String>();
        var parts = EnumSet.allOf(Port.class);
        Stream.of(Services.values()).map(Services::port).forEach(parts::remove);
        parts.forEach(port -> ports.put(layout.port(port), port.description()));
        wanted.brokers().numbers().forEach(number -> {
            for (var port : List.of(Port.BROKER, Port.BROKER_CONTROLLER)) {
                ports.put(layout.port(port, number), port.description());
            }
        });
        wanted.replicas().forEach(replica -> ports.put(replica.port(layout), replica.name()));
        return ports;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Layout.LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
