package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import inet.ipaddr.IPAddressString;

/// Ports and their addresses, which are zebra's.
record Ports(Path zebra) {

    boolean has(String port) throws IOException {
        try (var vty = Vty.open(zebra)) {
            vty.run("show interface " + port + " json");
            return true;
        } catch (Vty.Refused e) {
            return false;
        }
    }

    boolean has(String port, List<String> addresses) throws IOException {
        try (var vty = Vty.open(zebra)) {
            var found = found(vty, port);
            return found.size() == addresses.size() && addresses.stream().allMatch(one -> isIn(found, one));
        }
    }

    /// Brings the port to these addresses and no others.
    void set(String port, List<String> addresses) throws IOException {
        try (var vty = Vty.open(zebra)) {
            var commands = new ArrayList<String>();
            commands.add("interface " + port);
            var found = found(vty, port);
            found.stream().filter(one -> !isIn(addresses, one)).forEach(one -> commands.add("no " + command(one)));
            addresses.stream().filter(one -> !isIn(found, one)).forEach(one -> commands.add(command(one)));
            if (commands.size() > 1) {
                vty.configure(commands);
                vty.run("write memory");
            }
        }
    }

    /// Takes the addresses away from whichever port has them.
    void clear(List<String> addresses) throws IOException {
        var ports = new ArrayList<String>();
        try (var vty = Vty.open(zebra)) {
            var port = "";
            for (var line : vty.run("show running-config").lines().toList()) {
                if (line.startsWith("interface ")) {
                    port = line.split(" ")[1];
                } else if (isAddress(line) && addresses.contains(host(line)) && !ports.contains(port)) {
                    ports.add(port);
                }
            }
        }
        for (var port : ports) {
            set(port, List.of());
        }
    }

    private static List<String> found(Vty vty, String port) throws IOException {
        var found = new ArrayList<String>();
        var within = false;
        for (var line : vty.run("show running-config").lines().toList()) {
            if (!line.startsWith(" ")) {
                within = line.equals("interface " + port);
            } else if (within && isAddress(line)) {
                found.add(RunningConfig.lastWord(line.stripTrailing()));
            }
        }
        return found;
    }

    private static boolean isAddress(String line) {
        return line.startsWith(" ip address ") || line.startsWith(" ipv6 address ");
    }

    private static String host(String line) {
        var address = RunningConfig.lastWord(line.stripTrailing());
        return address.substring(0, address.indexOf('/'));
    }

    private static String command(String address) {
        return (address.contains(":") ? "ipv6 address " : "ip address ") + address;
    }

    private static boolean isIn(List<String> addresses, String one) {
        var wanted = new IPAddressString(one);
        return addresses.stream().anyMatch(other -> new IPAddressString(other).equals(wanted));
    }
}
