package io.directpeering.provisioning.router.frr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.host.SessionKeys.Found;
import io.directpeering.provisioning.router.host.SessionOptions;

/// What should stand in bgpd's configuration for one connection, line by line as FRR writes it.
record Wanted(SessionSpec spec, SessionOptions options, Found key) {

    private static final Set<String> OF_DRAINING =
            Set.of("set community graceful-shutdown additive", "set local-preference 0");
    private static final String ACTIVATE = "activate";
    private static final int KEEPALIVES_PER_HOLD = 3;

    Names names() {
        return new Names(spec.connectionId());
    }

    /// Its sessions stand there, whatever the gate and the import filters let through.
    boolean sessionsStandIn(RunningConfig running) {
        var addresses = running.neighborsOf(spec.connectionId());
        return addresses.size() == spec.families().size()
                && spec.families().stream()
                        .allMatch(family -> addresses.contains(family.peerAddress()) && stands(family, running))
                && withoutLists(mapsOf(running)).equals(withoutLists(maps()));
    }

    /// Its import filters stand there too, and everything that the sessions had was held against them.
    boolean filtersStandIn(RunningConfig running) {
        return mapsOf(running).equals(maps())
                && listsOf(running).equals(lists())
                && spec.families().stream()
                        .allMatch(family -> running.neighbor(family.peerAddress())
                                .lines()
                                .contains("description " + Names.finished(spec)));
    }

    private boolean stands(FamilySpec family, RunningConfig running) {
        var neighbor = running.neighbor(family.peerAddress());
        var described = neighbor.described().map(Names.Described::specHash).orElse("");
        var found = new TreeSet<>(neighbor.lines());
        found.removeIf(line -> line.startsWith("description "));
        var inFamily = new TreeSet<>(neighbor.families().getOrDefault(family.family(), Set.of()));
        inFamily.remove(ACTIVATE);
        return described.equals(spec.hash())
                && found.equals(new TreeSet<>(lines(family)))
                && inFamily.equals(new TreeSet<>(familyLines(family)));
    }

    private Map<String, Set<String>> mapsOf(RunningConfig running) {
        var found = new LinkedHashMap<String, Set<String>>();
        running.maps().forEach((head, lines) -> {
            var name = head.split(" ")[1];
            if (Names.owner(name).filter(spec.connectionId()::equals).isPresent() && !name.equals(names().gate())) {
                var kept = new TreeSet<>(lines);
                kept.removeAll(OF_DRAINING);
                found.put(head, kept);
            }
        });
        return found;
    }

    private static Map<String, Set<String>> withoutLists(Map<String, Set<String>> maps) {
        var without = new LinkedHashMap<String, Set<String>>();
        maps.forEach((head, lines) -> {
            var kept = new TreeSet<>(lines);
            kept.removeIf(line -> line.contains(" address prefix-list "));
            without.put(head, kept);
        });
        return without;
    }

    Set<String> listsOf(RunningConfig running) {
        var found = new TreeSet<String>();
        for (var line : running.lists()) {
            var name = RunningConfig.lastWord(line.substring(0, line.indexOf(" seq ")));
            if (Names.owner(name).filter(spec.connectionId()::equals).isPresent()) {
                found.add(line);
            }
        }
        return found;
    }

    /// Entries of the route-maps by their head, without the gate.
    Map<String, Set<String>> maps() {
        var maps = new LinkedHashMap<String, Set<String>>();
        for (var family : spec.families()) {
            // What an entry does not match goes on to the next, so the last one has what must be matched.
            maps.put("route-map " + names().in(family.family()) + " permit 10", throughTheGate());
            var last = new TreeSet<String>();
            options.imports().ifPresent(name -> last.add("call " + name));
            if (family.accepts() instanceof ImportFilter.Listed) {
                last.add(matches(family) + " " + list(family));
            }
            maps.put("route-map " + names().in(family.family()) + " permit 20", last);
        }
        maps.put("route-map " + names().out() + " permit 10", throughTheGate());
        maps.put("route-map " + names().out() + " permit 20", Set.of("call " + options.exports()));
        return maps;
    }

    private Set<String> throughTheGate() {
        return Set.of("call " + names().gate(), "on-match next");
    }

    Set<String> lists() {
        var lists = new TreeSet<String>();
        for (var family : spec.families()) {
            lists.addAll(
                    switch (family.accepts()) {
                        case ImportFilter.Anything() -> List.of();
                        case ImportFilter.Listed(var ranges) -> list(family, ranges);
                    });
        }
        return lists;
    }

    private List<String> list(FamilySpec family, List<PrefixRange> ranges) {
        var head = ip(family.family()) + " prefix-list " + list(family) + " seq ";
        if (ranges.isEmpty()) {
            // Said, and not left out: FRR takes everything by a list that is empty.
            return List.of(head + "5 deny any");
        }
        var lines = new ArrayList<String>();
        for (var range : ranges) {
            lines.add(head + 5 * (lines.size() + 1) + " permit " + range.prefix()
                    + (range.longest() > range.length() ? " le " + range.longest() : ""));
        }
        return lines;
    }

    /// From whatever filter a session has to this one, in one line; who drains goes on draining.
    List<String> exchangeFilters() {
        var lines = new ArrayList<String>();
        for (var family : spec.families()) {
            lines.add("route-map " + names().in(family.family()) + " permit 20");
            lines.add(
                    switch (family.accepts()) {
                        case ImportFilter.Anything() -> "no " + matches(family);
                        case ImportFilter.Listed _ -> matches(family) + " " + list(family);
                    });
            lines.add("exit");
        }
        return lines;
    }

    private static String matches(FamilySpec family) {
        return "match " + ip(family.family()) + " address prefix-list";
    }

    private String list(FamilySpec family) {
        return names().list(family.family(), spec.filterHash());
    }

    /// Lines of a neighbour, without its name and its description.
    List<String> lines(FamilySpec family) {
        var lines = new ArrayList<String>();
        lines.add("remote-as " + spec.peerAsn());
        if (key instanceof Found.Key(var secret)) {
            lines.add("password " + secret);
        }
        if (options.ttlSecurity()) {
            lines.add("ttl-security hops 1");
        }
        if (options.bfd()) {
            lines.add("bfd");
        }
        options.role().ifPresent(role -> lines.add("local-role " + role));
        lines.add("update-source " + family.operatorAddress());
        lines.add("advertisement-interval 0");
        lines.add("timers " + options.holdTimeSeconds() / KEEPALIVES_PER_HOLD + " " + options.holdTimeSeconds());
        lines.add("timers connect 5");
        return lines;
    }

    /// Lines of a neighbour within its address family, without its activation.
    List<String> familyLines(FamilySpec family) {
        return List.of(
                "soft-reconfiguration inbound",
                "maximum-prefix " + family.maxPrefix() + " restart 15",
                "route-map " + names().in(family.family()) + " in",
                "route-map " + names().out() + " out");
    }

    /// What makes a change from one policy to another, the gate last where it opens and first where it closes.
    List<String> lift(Policy policy) {
        return switch (policy) {
            case DENY_ALL -> List.of("route-map " + names().gate() + " deny 10", "exit");
            case OPEN -> {
                var lines = drainingLines("no ");
                lines.add("route-map " + names().gate() + " permit 10");
                lines.add("exit");
                yield lines;
            }
            case DRAIN -> {
                var lines = drainingLines("");
                lines.add("route-map " + names().gate() + " permit 10");
                lines.add("exit");
                yield lines;
            }
        };
    }

    private List<String> drainingLines(String no) {
        var lines = new ArrayList<String>();
        lines.add("route-map " + names().out() + " permit 20");
        lines.add(no + (no.isEmpty() ? "set community graceful-shutdown additive" : "set community"));
        lines.add("exit");
        for (var family : spec.families()) {
            lines.add("route-map " + names().in(family.family()) + " permit 20");
            lines.add(no + (no.isEmpty() ? "set local-preference 0" : "set local-preference"));
            lines.add("exit");
        }
        return lines;
    }

    static String ip(Family family) {
        return switch (family) {
            case IPV4 -> "ip";
            case IPV6 -> "ipv6";
        };
    }
}
