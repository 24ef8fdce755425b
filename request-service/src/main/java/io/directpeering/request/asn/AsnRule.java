package io.directpeering.request.asn;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Which numbers can be a peer: 1..4294967295 without those that IANA keeps from the public internet (registry
/// "Special-Purpose AS Numbers").
public final class AsnRule {

    private static final long HIGHEST = 4_294_967_295L;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    private static final List<Reserved> RESERVED = List.of(
            new Reserved(0, 0, "reserved (RFC 7607)"),
            new Reserved(23_456, 23_456, "AS_TRANS (RFC 6793)"),
            new Reserved(64_496, 64_511, "for documentation (RFC 5398)"),
            new Reserved(64_512, 65_534, "for private use (RFC 6996)"),
            new Reserved(65_535, 65_535, "reserved (RFC 7300)"),
            new Reserved(65_536, 65_551, "for documentation (RFC 5398)"),
            new Reserved(4_200_000_000L, 4_294_967_294L, "for private use (RFC 6996)"),
            new Reserved(HIGHEST, HIGHEST, "reserved (RFC 7300)"));

    private record Reserved(long first, long last, String purpose) {

        boolean covers(long asn) {
            return first <= asn && asn <= last;
        }
    }

    private AsnRule() {}

    /// Notes what is wrong with an AS number, and says whether it can be a peer.
    public static boolean check(Violations violations, String field, @Nullable Long asn) {
        if (asn == null) {
            violations.add(field, "is required");
            return false;
        }
        if (asn < 0 || asn > HIGHEST) {
            violations.add(field, "must be an AS number, 1 to " + HIGHEST);
            return false;
        }
        var reserved = RESERVED.stream().filter(range -> range.covers(asn)).findFirst();
        reserved.ifPresent(range -> violations.add(
                field, "AS" + asn + " is " + range.purpose() + " and cannot be a peer; give a public one"));
        return reserved.isEmpty();
    }

    /// Reads an AS number out of a path or a query; empty and noted as wrong if it is none.
    public static OptionalLong read(Violations violations, String field, String text) {
        if (!PLAIN_NUMBER.matcher(text).matches()) {
            violations.add(field, "must be an AS number in digits, e.g. 3320");
            return OptionalLong.empty();
        }
        var asn = Long.parseLong(text);
        return check(violations, field, asn) ? OptionalLong.of(asn) : OptionalLong.empty();
    }
}
