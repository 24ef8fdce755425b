package io.directpeering.provisioning.router.frr;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;

/// What bgpd runs, as far as it concerns peerings: `show running-config`, read.
///
/// @param asn       our side's, or 0
/// @param neighbors by address
/// @param maps      entries of route-maps by their head, as in `route-map NAME permit 10`
/// @param lists     lines of prefix-lists
record RunningConfig(long asn, Map<String, Neighbor> neighbors, Map<String, Set<String>> maps, Set<String> lists) {

    private static final String DRAIN = "set community graceful-shutdown additive";

    /// @param lines    without the neighbour's own name before them
    /// @param families lines within an address family
    record Neighbor(Set<String> lines, Map<Family, Set<String>> families) {

        Neighbor() {
            this(new TreeSet<>(), new EnumMap<>(Family.class));
        }

        boolean isShutDown() {
            return lines.contains("shutdown");
        }

        Optional<String> description() {
            return lines.stream()
                    .filter(line -> line.startsWith("description "))
                    .map(line -> line.substring("description ".length()))
                    .findFirst();
        }

        Optional<Names.Described> described() {
            return description().flatMap(Names.Described::in);
        }

        /// Each family is filtered by our maps and no others.
        boolean passesTheGate(Names names) {
            return families.entrySet().stream()
                    .allMatch(family -> family.getValue().contains("route-map " + names.in(family.getKey()) + " in")
                            && family.getValue().contains("route-map " + names.out() + " out"));
        }
    }

    static RunningConfig read(String text) {
        var reading = new Reading();
        text.lines().forEach(reading::line);
        return new RunningConfig(reading.asn, reading.neighbors, reading.maps, reading.lists);
    }

    /// Addresses of the connection's neighbours.
    List<String> neighborsOf(UUID connectionId) {
        return neighbors.entrySet().stream()
                .filter(neighbor -> neighbor.getValue()
                        .described()
                        .filter(described -> described.connectionId().equals(connectionId))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The neighbour of an address; an empty one where there is none.
    Neighbor neighbor(String address) {
        return neighbors.getOrDefault(address, new Neighbor());
    }

    /// Everything whose neighbours, route-maps or lists stand there.
    Set<UUID> connections() {
        var connections = new LinkedHashSet<UUID>();
        neighbors
                .values()
                .forEach(neighbor ->
                        neighbor.described().ifPresent(described -> connections.add(described.connectionId())));
        Stream.concat(mapNames().stream(), listNames().stream().map(RunningConfig::lastWord))
                .forEach(name -> Names.owner(name).ifPresent(connections::add));
        return connections;
    }

    Set<String> mapNames() {
        var names = new TreeSet<String>();
        maps.keySet().forEach(head -> names.add(head.split(" ")[1]));
        return names;
    }

    /// As in `ip prefix-list NAME`.
    Set<String> listNames() {
        var names = new TreeSet<String>();
        lists.forEach(line -> names.add(line.substring(0, line.indexOf(" seq "))));
        return names;
    }

    static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /// What the connection's sessions let through.
    Policy policy(UUID connectionId) {
        var names = new Names(connectionId);
        var past = neighborsOf(connectionId).stream()
                .map(this::neighbor)
                .anyMatch(neighbor -> !neighbor.isShutDown() && !neighbor.passesTheGate(names));
        if (past) {
            // Somebody has put another filter there, and who knows what that lets through.
            return Policy.OPEN;
        }
        if (!maps.containsKey("route-map " + names.gate() + " permit 10")) {
            return Policy.DENY_ALL;
        }
        return isDraining(names) ? Policy.DRAIN : Policy.OPEN;
    }

    private boolean isDraining(Names names) {
        return maps.getOrDefault("route-map " + names.out() + " permit 20", Set.of())
                .contains(DRAIN);
    }

    private static final class Reading {

        private long asn;
        private final Map<String, Neighbor> neighbors = new TreeMap<>();
        private final Map<String, Set<String>> maps = new LinkedHashMap<>();
        private final Set<String> lists = new TreeSet<>();
        private String block = "";
        private Optional<Family> family = Optional.empty();

        private void line(String line) {
            var words = line.strip();
            if (!line.startsWith(" ")) {
                block = words;
                family = Optional.empty();
                head(words);
            } else if (block.startsWith("router bgp ")) {
                inRouter(words);
            } else if (block.startsWith("route-map ") && maps.containsKey(block)) {
                maps.get(block).add(words);
            }
        }

        private void head(String words) {
            if (words.startsWith("router bgp ") && !words.contains(" vrf ") && !words.contains(" view ")) {
                asn = Long.parseLong(words.split(" ")[2]);
            } else if (words.startsWith("router bgp ")) {
                block = "";
            } else if (words.startsWith("route-map ")) {
                maps.put(words, new TreeSet<>());
            } else if (words.matches("ipv?6? prefix-list \\S+ seq .*")) {
                lists.add(words);
            }
        }

        private void inRouter(String words) {
            if (words.startsWith("address-family ")) {
                family = switch (words) {
                    case "address-family ipv4 unicast" -> Optional.of(Family.IPV4);
                    case "address-family ipv6 unicast" -> Optional.of(Family.IPV6);
                    default -> Optional.empty();
                };
            } else if (words.startsWith("neighbor ")) {
                var parts = words.split(" ", 3);
                var neighbor = neighbors.computeIfAbsent(parts[1], _ -> new Neighbor());
                family.map(of -> neighbor.families().computeIfAbsent(of, _ -> new TreeSet<>()))
                        .orElse(neighbor.lines())
                        .add(parts[2]);
            }
        }
    }
}
