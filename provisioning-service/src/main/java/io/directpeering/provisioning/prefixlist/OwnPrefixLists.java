package io.directpeering.provisioning.prefixlist;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;

import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.connection.Connection;

/// The lists of networks that the caller may know of.
@RequestScoped
class OwnPrefixLists {

    private static final long HIGHEST = 4_294_967_295L;

    private final PrefixLists lists;
    private final FilterErrands errands;
    private final Caller caller;

    OwnPrefixLists(PrefixLists lists, FilterErrands errands, Caller caller) {
        this.lists = lists;
        this.errands = errands;
        this.caller = caller;
    }

    /// The AS number in a path.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400: it is none; 404: none that the caller may know of
    @Transactional
    long demand(String asnInPath) {
        if (!asnInPath.matches("[1-9][0-9]{0,9}") || Long.parseLong(asnInPath) > HIGHEST) {
            throw Problems.invalid("asn", "must be an AS number in digits, 1 to " + HIGHEST + ", e.g. 3320");
        }
        var asn = Long.parseLong(asnInPath);
        if (!caller.speaksFor(asn) || Connection.count("peerAsn", asn) == 0) {
            throw Problems.absent("AS" + asn
                    + " has no peering here. A list is kept for a network from its first request for a peering on.");
        }
        return asn;
    }

    @Transactional
    PrefixListView view(long asn) {
        var latest = lists.latest(asn);
        var sessions = errands.of(asn).stream()
                .map(row ->
                        new PrefixListView.OnRouter(row.connectionId, row.router, !row.open, row.attempts, row.note))
                .toList();
        return PrefixListView.of(asn, latest, latest.flatMap(lists::ranges), sessions);
    }

    /// The list as it was; empty: there is no such version.
    @Transactional
    Optional<PrefixListView> view(long asn, long version) {
        return lists.version(asn, version)
                .map(row -> PrefixListView.of(asn, Optional.of(row), lists.ranges(row), List.of()));
    }

    @Transactional
    List<PrefixListView.Version> versions(long asn, long behind, int limit) {
        return lists.versions(asn, behind, limit).stream().map(this::summary).toList();
    }

    private PrefixListView.Version summary(PrefixListVersion row) {
        var ranges = lists.ranges(row);
        return new PrefixListView.Version(
                row.key.version(),
                ranges.isPresent(),
                row.source,
                row.changedBy,
                row.changedAt,
                ranges.map(it -> it.ipv4().size()).orElse(0),
                ranges.map(it -> it.ipv6().size()).orElse(0));
    }
}
