package io.directpeering.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.process.PortHolder;

/// What must be right before anything is started.
final class Checks {

    private Checks() {}

    /// @throws Trouble a port is taken: names it, who holds it and the way out
    static void portsAreFree(Layout layout, Set<Services> services) {
        var taken = new ArrayList<String>();
        var ports = EnumSet.allOf(Port.class);
        Stream.of(Services.values())
                .filter(service -> !services.contains(service))
                .forEach(absent -> ports.remove(absent.port()));
        for (var port : ports) {
            if (!isFree(layout.port(port))) {
                taken.add("Port %d (%s) is taken by %s."
                        .formatted(layout.port(port), port.description(), PortHolder.describe(layout.port(port))));
            }
        }
        if (!taken.isEmpty()) {
            throw new Trouble(
                    String.join("\n", taken)
                            + "\nStop it, or set PEERING_PORT_OFFSET (and PEERING_HOME, for a second suite) to use other ports.");
        }
    }

    /// @throws Trouble something that the build makes is missing
    static void everythingIsBuilt(Layout layout, Set<Services> services) {
        for (var service : services) {
            if (!Files.exists(service.jar(layout))) {
                throw new Trouble("%s is not built: there is no %s. ./peering build makes it."
                        .formatted(service.serviceName(), service.jar(layout)));
            }
        }
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
