package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.host.PortAddresses;
import io.directpeering.provisioning.router.host.Trail;

/// Changes bgpd's configuration, step by step. After each step the sessions let through what they did before, or
/// nothing.
record Change(Vty vty, Ports ports, Trail trail) {

    private static final int LINES_AT_ONCE = 100;

    /// Puts up a connection's sessions where nothing of it stands, with the gate closed.
    void putUp(Wanted wanted) throws IOException {
        var spec = wanted.spec();
        lists(List.copyOf(wanted.lists()));
        configure("route-maps", routeMaps(wanted));
        var shut = router();
        for (var family : spec.families()) {
            var neighbor = neighbor(family);
            shut.add(neighbor + "remote-as " + spec.peerAsn());
            shut.add(neighbor + "shutdown");
            shut.add(neighbor + "description " + wanted.names().unfinished());
        }
        configure("neighbours, shut down", shut);
        for (var family : spec.families()) {
            configure("session " + family.family().label(), session(wanted, family));
        }
        ports.set(spec.port(), PortAddresses.wanted(spec));
        trail.passed("addresses");
        var release = router();
        for (var family : spec.families()) {
            release.add(neighbor(family) + "description " + Names.finished(spec));
            release.add("no " + neighbor(family) + "shutdown");
        }
        configure("neighbours, released", release);
    }

    /// Moves the gate, and has what is there pass it anew.
    void lift(Wanted wanted, Policy policy) throws IOException {
        configure("policy", wanted.lift(policy));
        passAnew(wanted, " soft");
    }

    /// Exchanges the import filters of sessions that stay up. What is not read to its end leaves those that were
    /// before, or those that are to be.
    void refilter(Wanted wanted, RunningConfig running) throws IOException {
        var there = wanted.listsOf(running);
        var lists = new ArrayList<String>();
        // One of this name that is not as it should be denies everything while it is away.
        names(there).stream()
                .filter(name ->
                        names(wanted.lists()).contains(name) && !of(there, name).equals(of(wanted.lists(), name)))
                .forEach(name -> lists.add("no " + name));
        wanted.lists().stream()
                .filter(line -> !there.contains(line) || lists.contains("no " + name(line)))
                .toList()
                .forEach(lists::add);
        lists(lists);
        configure("filters exchanged", wanted.exchangeFilters());
        passAnew(wanted, " soft in");
        var rest = router();
        for (var family : wanted.spec().families()) {
            rest.add(neighbor(family) + "description " + Names.finished(wanted.spec()));
        }
        rest.add("exit");
        names(there).stream()
                .filter(name -> !names(wanted.lists()).contains(name))
                .forEach(name -> rest.add("no " + name));
        configure("filters named", rest);
    }

    /// Piece by piece, since FRR holds each line of a list against all that came before it. No session has one of these
    /// lists before it is whole.
    private void lists(List<String> lines) throws IOException {
        for (int i = 0; i < lines.size(); i += LINES_AT_ONCE) {
            configure("prefix-lists", lines.subList(i, Math.min(lines.size(), i + LINES_AT_ONCE)));
        }
    }

    /// As in `ip prefix-list NAME`.
    private static Set<String> names(Set<String> lists) {
        return lists.stream().map(Change::name).collect(Collectors.toSet());
    }

    private static Set<String> of(Set<String> lists, String name) {
        return lists.stream().filter(line -> name(line).equals(name)).collect(Collectors.toSet());
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(" seq "));
    }

    /// @param how FRR's own word: with a space before it; empty: the sessions are reset
    void passAnew(Wanted wanted, String how) throws IOException {
        for (var family : wanted.spec().families()) {
            vty.run("clear bgp " + family.peerAddress() + how);
        }
        trail.passed("passed anew" + how);
    }

    /// Takes away whatever is the connection's, half-finished things too: first what flows, then the rest.
    void takeAway(UUID connectionId, RunningConfig running) throws IOException {
        var names = new Names(connectionId);
        configure("gate closed", List.of("route-map " + names.gate() + " deny 10", "exit"));
        var neighbors = running.neighborsOf(connectionId);
        var addresses = neighbors.stream()
                .flatMap(address -> running.neighbor(address).lines().stream())
                .filter(line -> line.startsWith("update-source "))
                .map(RunningConfig::lastWord)
                .toList();
        ports.clear(addresses);
        trail.passed("addresses taken away");
        if (!neighbors.isEmpty()) {
            var gone = router();
            neighbors.forEach(address -> gone.add("no neighbor " + address));
            configure("neighbours gone", gone);
        }
        var rest = new ArrayList<String>();
        running.mapNames().stream()
                .filter(name -> isOf(connectionId, name))
                .forEach(name -> rest.add("no route-map " + name));
        rest.add("no route-map " + names.gate());
        running.listNames().stream()
                .filter(list -> isOf(connectionId, RunningConfig.lastWord(list)))
                .forEach(list -> rest.add("no " + list));
        configure("route-maps gone", rest);
    }

    /// So that the daemon comes up with it again.
    void save() throws IOException {
        vty.run("write memory");
        trail.passed("saved");
    }

    private static boolean isOf(UUID connectionId, String name) {
        return Names.owner(name).filter(connectionId::equals).isPresent();
    }

    private static List<String> routeMaps(Wanted wanted) {
        var commands = new ArrayList<String>();
        commands.add("route-map " + wanted.names().gate() + " deny 10");
        commands.add("exit");
        wanted.maps().forEach((head, lines) -> {
            commands.add(head);
            commands.addAll(lines);
            commands.add("exit");
        });
        return commands;
    }

    private static List<String> session(Wanted wanted, FamilySpec family) {
        var commands = router();
        wanted.lines(family).forEach(line -> commands.add(neighbor(family) + line));
        if (family.family() == Family.IPV6) {
            commands.add("address-family ipv4 unicast");
            commands.add("no " + neighbor(family) + "activate");
            commands.add("exit-address-family");
        }
        commands.add(
                switch (family.family()) {
                    case IPV4 -> "address-family ipv4 unicast";
                    case IPV6 -> "address-family ipv6 unicast";
                });
        wanted.familyLines(family).forEach(line -> commands.add(neighbor(family) + line));
        commands.add(neighbor(family) + "activate");
        commands.add("exit-address-family");
        return commands;
    }

    private static List<String> router() {
        return new ArrayList<>(List.of("router bgp"));
    }

    private static String neighbor(FamilySpec family) {
        return "neighbor " + family.peerAddress() + " ";
    }

    private void configure(String step, List<String> commands) throws IOException {
        vty.configure(commands);
        trail.passed(step);
    }
}
