package io.directpeering.approval.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Session prefixes that the peer brings: of a length that fits two routers, network-aligned, public, and apart
/// from each other. That they are apart from everybody else's is held by whoever takes the request in.
public record SessionPrefixes(Family ipv4, Family ipv6) implements RequestCheck {

    /// What a prefix of one address family must be.
    ///
    /// @param lengths prefix lengths that a session may have
    /// @param within  public space; a prefix outside is refused
    /// @param except  what is not public within it
    public record Family(List<Integer> lengths, List<String> within, List<String> except) {
        public Family {
            Stream.concat(within.stream(), except.stream()).forEach(Family::range);
        }

        private static Cidr range(String text) {
            return Cidr.parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no address range"));
        }

        private Optional<String> fault(Cidr prefix) {
            if (!lengths.contains(prefix.length())) {
                return Optional.of("must have a length of "
                        + String.join(" or ", lengths.stream().map(l -> "/" + l).toList()));
            }
            if (!prefix.isNetworkAligned()) {
                return Optional.of("has bits set behind its length");
            }
            if (within.stream().noneMatch(range -> range(range).contains(prefix))) {
                return Optional.of("is not public");
            }
            return except.stream()
                    .filter(range -> range(range).overlaps(prefix))
                    .findFirst()
                    .map(range -> "is not public: it lies in " + range);
        }
    }

    @Override
    public Finding examine(RequestedPeering request) {
        var v4 = request.connections().stream()
                .map(RequestedPeering.Connection::prefixV4)
                .filter(Objects::nonNull)
                .toList();
        var v6 = request.connections().stream()
                .map(RequestedPeering.Connection::prefixV6)
                .filter(Objects::nonNull)
                .toList();
        var faults = missing(request);
        if (v4.isEmpty() && v6.isEmpty() && faults.isEmpty()) {
            return Finding.notApplicable("The operator provides the session addresses.");
        }
        examine(faults, v4, 32, ipv4);
        examine(faults, v6, 128, ipv6);
        return Finding.of(
                faults,
                "Session prefixes "
                        + String.join(
                                ", ", Stream.concat(v4.stream(), v6.stream()).toList())
                        + " are public, aligned and apart.");
    }

    /// Who brings the addresses brings them for every session.
    private static List<String> missing(RequestedPeering request) {
        var faults = new ArrayList<String>();
        Connections.each(request, (name, connection) -> {
            if (connection.peerProvidesAddresses()) {
                if (connection.maxPrefixesV4() != null && connection.prefixV4() == null) {
                    faults.add(name + " has no IPv4 session prefix, which the peer is to provide.");
                }
                if (connection.maxPrefixesV6() != null && connection.prefixV6() == null) {
                    faults.add(name + " has no IPv6 session prefix, which the peer is to provide.");
                }
            }
        });
        return faults;
    }

    private static void examine(List<String> faults, List<String> prefixes, int bits, Family family) {
        var seen = new ArrayList<Cidr>();
        for (String text : prefixes) {
            var prefix = Cidr.parse(text).filter(cidr -> cidr.bits() == bits);
            if (prefix.isEmpty()) {
                faults.add("'" + text + "' is no IPv" + (bits == 32 ? 4 : 6) + " prefix.");
                continue;
            }
            family.fault(prefix.get()).ifPresent(fault -> faults.add("The prefix " + text + " " + fault + "."));
            if (seen.stream().anyMatch(prefix.get()::overlaps)) {
                faults.add("The prefix " + text + " overlaps another connection's.");
            }
            seen.add(prefix.get());
        }
    }
}
