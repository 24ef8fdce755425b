package io.directpeering.provisioning.allocation;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.SessionAddresses;
import io.directpeering.provisioning.router.Family;

/// The prefix of one session and the two addresses in it. /31 and /127: the peer has base+0, the operator base+1;
/// /30 and /126: base+1 and base+2.
///
/// @param prefix network-aligned, in CIDR notation
public record SessionNet(Family family, String prefix, String peerAddress, String operatorAddress) {

    /// @param prefix network-aligned /30, /31, /126 or /127
    public static SessionNet of(String prefix) {
        var block = new IPAddressString(prefix).getAddress();
        if (block == null || !block.isPrefixed() || !block.equals(block.toPrefixBlock())) {
            throw new IllegalArgumentException(prefix + " is no network-aligned prefix");
        }
        var spare = switch (block.getBitCount() - block.getNetworkPrefixLength()) {
            case 1 -> 0;
            case 2 -> 1;
            default -> throw new IllegalArgumentException(prefix + ": a session's prefix is /30, /31, /126 or /127");
        };
        return new SessionNet(
                block.isIPv4() ? Family.IPV4 : Family.IPV6,
                block.toCanonicalString(),
                address(block, spare),
                address(block, spare + 1));
    }

    public int prefixLength() {
        return Integer.parseInt(prefix.substring(prefix.indexOf('/') + 1));
    }

    /// As the contract has it.
    public SessionAddresses addresses() {
        var contractFamily = switch (family) {
            case IPV4 -> AddressFamily.IPv4;
            case IPV6 -> AddressFamily.IPv6;
        };
        return new SessionAddresses(contractFamily, prefix, peerAddress, operatorAddress);
    }

    private static String address(IPAddress block, int offset) {
        return block.getLower().withoutPrefixLength().increment(offset).toCanonicalString();
    }
}
