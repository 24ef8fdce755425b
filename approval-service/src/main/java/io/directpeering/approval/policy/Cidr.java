package io.directpeering.approval.policy;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address with a prefix length, in the one spelling that leaves no doubt.
///
/// @param bits 32 or 128
public record Cidr(BigInteger address, int length, int bits) {

    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    // Octets with leading zeros read as octal elsewhere; zones and IPv4-mapped addresses are no session prefixes.
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}/[0-9]{1,2}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}/[0-9]{1,3}");

    /// Empty: the text is no address with a prefix length.
    public static Optional<Cidr> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        try {
            // ofLiteral never asks a name server.
            var address = InetAddress.ofLiteral(text.substring(0, slash));
            int bits = address instanceof Inet4Address ? 32 : 128;
            int length = Integer.parseInt(text, slash + 1, text.length(), 10);
            return length > bits
                    ? Optional.empty()
                    : Optional.of(new Cidr(new BigInteger(1, address.getAddress()), length, bits));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// No bit is set behind the prefix.
    public boolean isNetworkAligned() {
        return network(length).equals(address);
    }

    public boolean contains(Cidr other) {
        return bits == other.bits && length <= other.length && network(length).equals(other.network(length));
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    private BigInteger network(int prefixLength) {
        int host = bits - prefixLength;
        return address.shiftRight(host).shiftLeft(host);
    }
}
