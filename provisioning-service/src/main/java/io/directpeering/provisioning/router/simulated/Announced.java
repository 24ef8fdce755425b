package io.directpeering.provisioning.router.simulated;

import java.math.BigInteger;
import java.util.Comparator;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;

/// What a simulated peer announces: 203.0.113.8/29 and the next ones, 2001:db8:1:1::/64 and the next ones. Known by
/// their number, since there may be millions.
///
/// @param prefixes how many
record Announced(Family family, int prefixes) {

    private static final int LENGTH_V4 = 29;
    private static final int LENGTH_V6 = 64;
    private static final BigInteger BASE_V4 = address("203.0.113.0").getValue();
    private static final BigInteger BASE_V6 = address("2001:db8:1::").getValue();

    /// The numbers from first to last, 1 and up.
    private record Span(long first, long last) {}

    /// How many of them a filter takes.
    int within(ImportFilter filter) {
        return switch (filter) {
            case ImportFilter.Anything() -> prefixes;
            case ImportFilter.Listed(var ranges) -> {
                var spans = ranges.stream()
                        .filter(this::reaches)
                        .map(this::span)
                        .sorted(Comparator.comparingLong(Span::first))
                        .toList();
                long count = 0;
                long counted = 0;
                for (var span : spans) {
                    var first = Math.max(span.first(), counted + 1);
                    count += Math.max(0, span.last() - first + 1);
                    counted = Math.max(counted, span.last());
                }
                yield (int) count;
            }
        };
    }

    /// Takes prefixes of this length at all.
    private boolean reaches(PrefixRange range) {
        return range.length() <= length() && length() <= range.longest();
    }

    private Span span(PrefixRange range) {
        var block = address(range.prefix());
        return new Span(Math.max(1, number(block.getLower())), Math.min(prefixes, number(block.getUpper())));
    }

    /// Of the prefix that the address is in.
    private long number(IPAddress address) {
        var base = family == Family.IPV4 ? BASE_V4 : BASE_V6;
        return address.getValue()
                .subtract(base)
                .shiftRight(address.getBitCount() - length())
                .max(BigInteger.valueOf(-1))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .longValue();
    }

    private int length() {
        return family == Family.IPV4 ? LENGTH_V4 : LENGTH_V6;
    }

    private static IPAddress address(String text) {
        return new IPAddressString(text).getAddress();
    }
}
