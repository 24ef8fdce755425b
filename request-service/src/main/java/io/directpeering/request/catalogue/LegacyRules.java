package io.directpeering.request.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import org.jspecify.annotations.Nullable;

/// What must hold of the legacy links, so that adopting one takes nothing from anybody: its port is none of those on
/// offer, its addresses are in no pool and on no other link.
final class LegacyRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final long HIGHEST_ASN = 4_294_967_295L;
    private static final Set<Integer> SPARE_BITS = Set.of(1, 2);

    private final Catalogue catalogue;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> ports = new HashSet<>();
    private final List<IPAddress> taken = new ArrayList<>();

    private LegacyRules(Catalogue catalogue) {
        this.catalogue = catalogue;
        var pools = catalogue.pools();
        pools.ipv4().forEach(pool -> taken.add(new IPAddressString(pool).getAddress()));
        pools.ipv6().forEach(pool -> taken.add(new IPAddressString(pool).getAddress()));
    }

    /// What is wrong, each naming the link; empty: nothing.
    static List<String> violations(Catalogue catalogue) {
        var rules = new LegacyRules(catalogue);
        catalogue.legacyLinks().forEach(rules::check);
        return List.copyOf(rules.violations);
    }

    private void check(LegacyLink link) {
        demand(link, NAME.matcher(link.name()).matches(), "needs a name of 1 to 63 of A-Z a-z 0-9 _ . -");
        demand(link, names.add(link.name()), "stands there twice");
        demand(link, link.peerAsn() >= 1 && link.peerAsn() <= HIGHEST_ASN, "has no AS number");
        var bandwidth = link.bandwidthInMbps();
        demand(
                link,
                bandwidth >= 10_000 && bandwidth <= 100_000 && bandwidth % 10_000 == 0,
                "has a bandwidth that is no multiple of 10000 from 10000 to 100000");
        port(link);
        sessions(link);
    }

    private void port(LegacyLink link) {
        var router = catalogue.router(link.router());
        demand(link, router.isPresent(), "ends on router " + link.router() + ", which is not there");
        router.ifPresent(known -> {
            demand(
                    link,
                    catalogue.locations().stream()
                            .anyMatch(location -> location.facility(known.peeringDBFacilityId())
                                    .isPresent()),
                    "ends in facility " + known.peeringDBFacilityId() + ", which no location has");
            demand(
                    link,
                    !known.offers(link.port().name()),
                    "is on port " + link.port().name() + " of " + known.name()
                            + ", which is on offer: take it off the router's ports");
        });
        demand(
                link,
                ports.add(link.router() + " " + link.port().name()),
                "is on port " + link.port().name() + " of " + link.router() + ", and so is another link");
    }

    private void sessions(LegacyLink link) {
        demand(link, !link.sessions().isEmpty(), "has no session");
        var families = new HashSet<Boolean>();
        for (var session : link.sessions()) {
            var prefix = prefix(session.prefix());
            if (prefix == null) {
                demand(link, false, "has " + session.prefix() + ", which is no network-aligned /30, /31, /126 or /127");
                continue;
            }
            demand(link, families.add(prefix.isIPv4()), "has two sessions of one address family");
            demand(
                    link,
                    taken.stream().noneMatch(prefix::overlaps),
                    "has " + session.prefix() + ", which a session pool or another link has too");
            taken.add(prefix);
            var max = prefix.isIPv4() ? 20_000 : 2_000;
            demand(
                    link,
                    session.maxPrefixesAdvertised() >= 1 && session.maxPrefixesAdvertised() <= max,
                    "has a maxPrefixesAdvertised that is not 1 to " + max);
        }
    }

    private static @Nullable IPAddress prefix(String text) {
        try {
            var block = new IPAddressString(text).toAddress();
            return block.isPrefixed()
                            && block.isPrefixBlock()
                            && SPARE_BITS.contains(block.getBitCount() - block.getNetworkPrefixLength())
                    ? block
                    : null;
        } catch (AddressStringException e) {
            return null;
        }
    }

    private void demand(LegacyLink link, boolean holds, String otherwise) {
        if (!holds) {
            violations.add("legacy link " + link.name() + " " + otherwise);
        }
    }
}
