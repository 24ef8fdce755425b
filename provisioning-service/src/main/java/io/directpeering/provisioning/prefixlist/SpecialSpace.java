package io.directpeering.provisioning.prefixlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.directpeering.provisioning.router.Family;

/// Addresses that nobody announces on the public internet (registries "IANA IPv4 / IPv6 Special-Purpose Address").
///
/// @param block   in CIDR notation
/// @param purpose what it is kept for
record SpecialSpace(IPAddress block, String purpose) {

    private static final List<SpecialSpace> IPV4 = List.of(
            space("0.0.0.0/8", "this network (RFC 791)"),
            space("10.0.0.0/8", "private use (RFC 1918)"),
            space("100.64.0.0/10", "shared address space (RFC 6598)"),
            space("127.0.0.0/8", "loopback (RFC 1122)"),
            space("169.254.0.0/16", "link local (RFC 3927)"),
            space("172.16.0.0/12", "private use (RFC 1918)"),
            space("192.0.0.0/24", "protocol assignments (RFC 6890)"),
            space("192.88.99.0/24", "6to4 relays, deprecated (RFC 7526)"),
            space("192.168.0.0/16", "private use (RFC 1918)"),
            space("198.18.0.0/15", "benchmarks (RFC 2544)"),
            space("224.0.0.0/4", "multicast (RFC 5771)"),
            space("240.0.0.0/4", "reserved (RFC 1112)"));

    private static final List<SpecialSpace> IPV4_DOCUMENTATION = List.of(
            space("192.0.2.0/24", "documentation (RFC 5737)"),
            space("198.51.100.0/24", "documentation (RFC 5737)"),
            space("203.0.113.0/24", "documentation (RFC 5737)"));

    /// Beside everything outside of 2000::/3, which is not given out as global unicast.
    private static final List<SpecialSpace> IPV6 = List.of(
            space("::/3", "not global unicast (RFC 4291)"),
            space("4000::/2", "not global unicast (RFC 4291)"),
            space("8000::/1", "not global unicast (RFC 4291)"),
            space("2001::/23", "protocol assignments (RFC 2928)"),
            space("2002::/16", "6to4 (RFC 3056)"));

    private static final List<SpecialSpace> IPV6_DOCUMENTATION =
            List.of(space("2001:db8::/32", "documentation (RFC 3849)"), space("3fff::/20", "documentation (RFC 9637)"));

    /// What the prefix is in, or has in it.
    ///
    /// @param documentation whether what is kept for documentation counts
    static Optional<SpecialSpace> touched(Family family, IPAddress prefix, boolean documentation) {
        var all = new ArrayList<SpecialSpace>();
        switch (family) {
            case IPV4 -> {
                all.addAll(IPV4);
                all.addAll(documentation ? IPV4_DOCUMENTATION : List.of());
            }
            case IPV6 -> {
                all.addAll(IPV6);
                all.addAll(documentation ? IPV6_DOCUMENTATION : List.of());
            }
        }
        return all.stream()
                .filter(space -> space.block.contains(prefix) || prefix.contains(space.block))
                .findFirst();
    }

    private static SpecialSpace space(String block, String purpose) {
        return new SpecialSpace(new IPAddressString(block).getAddress(), purpose);
    }
}
