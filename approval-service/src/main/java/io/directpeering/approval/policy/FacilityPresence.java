package io.directpeering.approval.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.directpeering.approval.policy.RequestedPeering.Connection;

/// The peer is present at each facility it asks for a connection in, as far as the operator's list of presences goes.
///
/// @param whereUnknown what becomes of the rule where the list does not have the peer's ASN at all: `Failed`, or
///                     `NotApplicable`, which leaves it to whoever decides
public record FacilityPresence(Result whereUnknown) implements RequestCheck {

    public FacilityPresence {
        if (whereUnknown != Result.Failed && whereUnknown != Result.NotApplicable) {
            throw new IllegalArgumentException("whereUnknown must be Failed or NotApplicable");
        }
    }

    @Override
    public Finding examine(RequestedPeering request) {
        long asn = request.peer().asn();
        var present = request.peer().facilities();
        var asked = request.connections().stream()
                .map(Connection::peeringDBFacilityId)
                .collect(Collectors.toCollection(TreeSet::new));
        if (present == null) {
            return new Finding(
                    whereUnknown,
                    "Where AS%d is present is not known here; it asks for facility %s.".formatted(asn, listed(asked)));
        }
        var missing = new TreeSet<>(asked);
        missing.removeAll(present);
        return missing.isEmpty()
                ? Finding.passed("AS%d is listed at facility %s.".formatted(asn, listed(asked)))
                : Finding.failed("AS%d is not listed at facility %s; it is at %s."
                        .formatted(asn, listed(missing), present.isEmpty() ? "none" : listed(new TreeSet<>(present))));
    }

    private static String listed(Set<Integer> facilities) {
        return facilities.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
