package io.directpeering.request.peering;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.SessionAddresses;
import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// The prefix out of which a peer numbers a session: as long as two ends need, aligned, and out of public space, for
/// it has to be unique between networks (registries "IANA IPv4 / IPv6 Special-Purpose Address").
enum SessionPrefixRule {
    IPV4(
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})/(?:0|[1-9][0-9]?)"),
            Set.of(30, 31),
            "/30 or /31",
            "198.51.100.0/31",
            List.of("0.0.0.0/0"),
            List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")),
    IPV6(
            Pattern.compile("[0-9A-Fa-f:]{2,39}/(?:0|[1-9][0-9]{0,2})"),
            Set.of(126, 127),
            "/126 or /127",
            "2001:db8::/127",
            // Global unicast; everything else is special or not given out.
            List.of("2000::/3"),
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"));

    private final Pattern spelling;
    private final Set<Integer> lengths;
    private final String lengthsInWords;
    private final String example;
    private final List<IPAddress> within;
    private final List<IPAddress> special;

    SessionPrefixRule(
            Pattern spelling,
            Set<Integer> lengths,
            String lengthsInWords,
            String example,
            List<String> within,
            List<String> special) {
        this.spelling = spelling;
        this.lengths = lengths;
        this.lengthsInWords = lengthsInWords;
        this.example = example;
        this.within = parsed(within);
        this.special = parsed(special);
    }

    /// The prefix in its canonical spelling; null and noted as wrong if it breaks the rule.
    @Nullable
    IPAddress check(Violations violations, String field, String text) {
        var prefix = read(text);
        if (prefix == null) {
            violations.add(field, "must be a prefix with length " + lengthsInWords + ", spelled like " + example);
            return null;
        }
        if (!lengths.contains(prefix.getNetworkPrefixLength())) {
            violations.add(field, "must have length " + lengthsInWords + ", not /" + prefix.getNetworkPrefixLength());
            return null;
        }
        if (!prefix.isPrefixBlock()) {
            var network = prefix.toPrefixBlock().toCanonicalString();
            violations.add(field, "has host bits set; the network that it lies in is " + network);
            return null;
        }
        var block = special.stream().filter(range -> range.contains(prefix)).findFirst();
        if (block.isPresent() || within.stream().noneMatch(range -> range.contains(prefix))) {
            violations.add(
                    field,
                    "must be public"
                            + block.map(range -> "; " + range.toCanonicalString() + " is set aside for other uses")
                                    .orElse(" (global unicast)"));
            return null;
        }
        return prefix;
    }

    private @Nullable IPAddress read(String text) {
        if (!spelling.matcher(text).matches()) {
            return null;
        }
        try {
            return new IPAddressString(text).toAddress();
        } catch (AddressStringException e) {
            return null;
        }
    }

    /// The two addresses of a session: /31 and /127: the peer has base+0, the operator base+1; /30 and /126: base+1 and
    /// base+2.
    ///
    /// @param prefix one of the operator's catalogue
    static SessionAddresses addresses(String prefix) {
        var block = parsed(List.of(prefix)).getFirst();
        int spare = block.getBitCount() - block.getNetworkPrefixLength() == 1 ? 0 : 1;
        var base = block.getLower().withoutPrefixLength();
        return new SessionAddresses(
                block.isIPv4() ? AddressFamily.IPv4 : AddressFamily.IPv6,
                block.toCanonicalString(),
                base.increment(spare).toCanonicalString(),
                base.increment(spare + 1L).toCanonicalString());
    }

    /// Prefixes that are written in this code or in the operator's catalogue.
    ///
    /// @throws IllegalArgumentException one of them is none
    static List<IPAddress> parsed(List<String> prefixes) {
        return prefixes.stream()
                .map(text -> {
                    try {
                        return new IPAddressString(text).toAddress();
                    } catch (AddressStringException e) {
                        throw new IllegalArgumentException(text + " is not a prefix", e);
                    }
                })
                .toList();
    }
}
