package io.directpeering.approval.policy;

import java.util.List;

/// The peer's ASN is one that the public Internet knows.
///
/// @param reserved ranges that are not public, bounds included
public record PublicAsn(List<Range> reserved) implements PeerCheck {

    private static final long HIGHEST = 4294967295L;

    /// ASNs that are kept for something.
    ///
    /// @param why what the range is kept for, e.g. "private use (RFC 6996)"
    public record Range(long from, long to, String why) {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("A range of ASNs runs from " + from + " back to " + to);
            }
        }

        boolean holds(long asn) {
            return from <= asn && asn <= to;
        }
    }

    @Override
    public Finding examine(RegisteredPeer peer) {
        long asn = peer.asn();
        if (asn < 0 || asn > HIGHEST) {
            return Finding.failed("AS" + asn + " is no ASN: they run up to " + HIGHEST + ".");
        }
        return reserved.stream()
                .filter(range -> range.holds(asn))
                .findFirst()
                .map(range -> Finding.failed("AS" + asn + " is not public: " + range.why() + "."))
                .orElseGet(() -> Finding.passed("AS" + asn + " lies in no reserved range."));
    }
}
