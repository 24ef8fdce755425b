package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv6.IPv6Address;

/// Which addresses are somebody's on the public Internet: those of the IANA special-purpose registries (RFC 6890) are
/// not.
final class PublicAddresses {

    private static final List<IPAddress> NOT_PUBLIC_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final IPAddress GLOBAL_UNICAST_V6 = network("2000::/3");

    /// Within it: protocol assignments with Teredo, benchmarking and ORCHID; documentation; 6to4, which leads to any
    /// IPv4 address; documentation again.
    private static final List<IPAddress> NOT_PUBLIC_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// NAT64 (RFC 6052): leads to the IPv4 address in its last four bytes.
    private static final IPAddress NAT64 = network("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        return include(ip(address));
    }

    /// IPv4 addresses in IPv6's clothes are IPv4 addresses here.
    static IPAddress ip(InetAddress address) {
        var ip = new IPAddressGenerator().from(address.getAddress());
        return ip instanceof IPv6Address six && six.isIPv4Mapped() ? six.getEmbeddedIPv4Address() : ip;
    }

    private static boolean include(IPAddress ip) {
        if (ip.isIPv4()) {
            return NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(ip));
        }
        if (NAT64.contains(ip)) {
            return include(ip.toIPv6().getEmbeddedIPv4Address());
        }
        return GLOBAL_UNICAST_V6.contains(ip) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(ip));
    }

    private static List<IPAddress> networks(String... cidrs) {
        return Stream.of(cidrs).map(PublicAddresses::network).toList();
    }

    /// @throws IllegalArgumentException it is no network in CIDR notation
    static IPAddress network(String cidr) {
        var parsed = new IPAddressString(cidr.strip());
        var address = cidr.contains("/") ? parsed.getAddress() : null;
        if (address == null) {
            throw new IllegalArgumentException("A network is written as 10.20.0.0/16 or 2001:db8:1::/48, not: " + cidr);
        }
        return address.toPrefixBlock();
    }
}
