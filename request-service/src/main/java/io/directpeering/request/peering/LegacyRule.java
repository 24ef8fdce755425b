package io.directpeering.request.peering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.inject.Singleton;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAddresses;
import io.directpeering.events.SessionAuth;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.catalogue.Catalogue;
import io.directpeering.request.catalogue.Facility;
import io.directpeering.request.catalogue.LegacyLink;
import io.directpeering.request.peering.WantedPeering.AdoptedLink;
import io.directpeering.request.peering.WantedPeering.WantedConnection;
import org.jspecify.annotations.Nullable;

/// What a request to adopt links has to be like. What a link is, the operator's catalogue says, not the peer.
@Singleton
class LegacyRule {

    private static final int MAX_LINKS = 16;

    private final Catalogue catalogue;
    private final RequestRule rule;

    LegacyRule(Catalogue catalogue, RequestRule rule) {
        this.catalogue = catalogue;
        this.rule = rule;
    }

    /// The request, checked.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every field that is wrong; 403 before
    ///                                                     anything is told of another's links
    WantedPeering check(@Nullable LegacyBody body, OwnNetworks networks) {
        if (body == null) {
            throw Problems.invalid("body", "is required");
        }
        var violations = new Violations();
        var terms =
                rule.terms(violations, body.peerAsn(), body.name(), body.peeringLocation(), body.directPeeringType());
        var links = links(violations, body);
        if (terms == null || !violations.isEmpty()) {
            throw Problems.invalid(violations.all());
        }
        networks.demand(terms.peerAsn());
        var connections = new ArrayList<WantedConnection>();
        for (int i = 0; i < links.size(); i++) {
            var link = link(links.get(i), terms.peerAsn());
            var facility = link.flatMap(known -> catalogue.facilityOf(known, terms.location()));
            if (link.isEmpty() || facility.isEmpty()) {
                // In the same words whatever is the reason: whose a link is, is nobody else's business.
                violations.add(
                        path(i),
                        "is no link of AS" + terms.peerAsn() + " in "
                                + terms.location().name() + "; GET /legacy-peerings lists those");
            } else {
                connections.add(wanted(link.get(), facility.get()));
            }
        }
        violations.refuseIfAny();
        return terms.wanted(connections);
    }

    private static List<String> links(Violations violations, LegacyBody body) {
        var names = body.legacyLinks();
        if (names == null || names.isEmpty() || names.size() > MAX_LINKS) {
            violations.add("legacyLinks", "must be a list of 1 to " + MAX_LINKS + " names of links");
            return List.of();
        }
        var links = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (name == null) {
                violations.add(path(i), "is null; give the name of a link");
            } else if (links.contains(name)) {
                violations.add(path(i), "stands there twice");
            } else {
                links.add(name);
            }
        }
        return links;
    }

    private Optional<LegacyLink> link(String name, long asn) {
        return catalogue.legacyLink(name).filter(link -> link.peerAsn() == asn);
    }

    private static WantedConnection wanted(LegacyLink link, Facility facility) {
        var sessions = link.sessions().stream()
                .map(session -> SessionPrefixRule.addresses(session.prefix()))
                .toList();
        var v4 = session(link, sessions, AddressFamily.IPv4);
        var v6 = session(link, sessions, AddressFamily.IPv6);
        return new WantedConnection(
                null,
                facility.peeringDBFacilityId(),
                link.bandwidthInMbps(),
                SessionAddressProvider.Operator,
                null,
                null,
                v4.map(LegacyLink.Session::maxPrefixesAdvertised).orElse(null),
                v6.map(LegacyLink.Session::maxPrefixesAdvertised).orElse(null),
                SessionAuth.NoAuth,
                null,
                new AdoptedLink(
                        link.name(), prefix(sessions, AddressFamily.IPv4), prefix(sessions, AddressFamily.IPv6)));
    }

    private static Optional<LegacyLink.Session> session(
            LegacyLink link, List<SessionAddresses> sessions, AddressFamily family) {
        for (int i = 0; i < sessions.size(); i++) {
            if (sessions.get(i).getFamily() == family) {
                return Optional.of(link.sessions().get(i));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String prefix(List<SessionAddresses> sessions, AddressFamily family) {
        return sessions.stream()
                .filter(session -> session.getFamily() == family)
                .map(SessionAddresses::getPrefix)
                .findFirst()
                .orElse(null);
    }

    static String path(int link) {
        return "legacyLinks[" + link + "]";
    }
}
