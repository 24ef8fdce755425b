package io.directpeering.request.peering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jakarta.inject.Singleton;

import inet.ipaddr.IPAddress;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.asn.AsnRule;
import io.directpeering.request.catalogue.Catalogue;
import io.directpeering.request.catalogue.LegacyLink;
import io.directpeering.request.catalogue.Location;
import io.directpeering.request.peering.WantedPeering.WantedConnection;
import org.jspecify.annotations.Nullable;

/// What a request for a peering has to be like, by itself: its values, the operator's offer, and no two of its own
/// parts against each other. What it must be like beside other requests is the database's to say ([RequestStore]).
@Singleton
class RequestRule {

    private static final int MAX_CONNECTIONS = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final Words<DirectPeeringType> TYPES = Words.of(DirectPeeringType.class);

    private final Catalogue catalogue;
    private final List<IPAddress> operatorPools;

    RequestRule(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.operatorPools = SessionPrefixRule.parsed(Stream.of(
                        catalogue.pools().ipv4().stream(),
                        catalogue.pools().ipv6().stream(),
                        catalogue.legacyLinks().stream()
                                .flatMap(link -> link.sessions().stream())
                                .map(LegacyLink.Session::prefix))
                .flatMap(prefixes -> prefixes)
                .toList());
    }

    /// The request, checked.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every field that is wrong
    WantedPeering check(@Nullable PeeringBody body) {
        if (body == null) {
            throw Problems.invalid("body", "is required");
        }
        var violations = new Violations();
        var terms = terms(violations, body.peerAsn(), body.name(), body.peeringLocation(), body.directPeeringType());
        var location = Optional.ofNullable(body.peeringLocation()).flatMap(catalogue::location);
        var connections = connections(violations, body, location);
        if (terms == null || !violations.isEmpty()) {
            throw Problems.invalid(violations.all());
        }
        return terms.wanted(connections);
    }

    /// What is the same for every connection; null if something about it is wrong, which is then noted.
    @Nullable
    Terms terms(
            Violations violations,
            @Nullable Long peerAsn,
            @Nullable String name,
            @Nullable String peeringLocation,
            @Nullable String directPeeringType) {
        int before = violations.all().size();
        AsnRule.check(violations, "peerAsn", peerAsn);
        name(violations, name);
        var location = location(violations, peeringLocation);
        var type = TYPES.orElse(violations, "directPeeringType", directPeeringType, DirectPeeringType.Edge);
        return violations.all().size() > before || peerAsn == null || name == null || location.isEmpty() || type == null
                ? null
                : new Terms(peerAsn, name, location.get(), type);
    }

    private static void name(Violations violations, @Nullable String name) {
        violations.check(
                name != null && NAME.matcher(name).matches(), "name", "is required: 1 to 63 of A-Z a-z 0-9 _ . -");
    }

    private Optional<Location> location(Violations violations, @Nullable String name) {
        var location = name == null ? Optional.<Location>empty() : catalogue.location(name);
        violations.check(
                location.isPresent(), "peeringLocation", "must be one of the operator's: " + catalogue.locationNames());
        return location;
    }

    private List<WantedConnection> connections(Violations violations, PeeringBody body, Optional<Location> location) {
        var bodies = body.connections();
        if (bodies == null || bodies.isEmpty() || bodies.size() > MAX_CONNECTIONS) {
            violations.add("connections", "must be a list of 1 to " + MAX_CONNECTIONS + " connections");
            return List.of();
        }
        var wanted = new ArrayList<WantedConnection>();
        for (int i = 0; i < bodies.size(); i++) {
            var path = path(i);
            var connection = bodies.get(i);
            if (connection == null) {
                violations.add(path, "is null; describe a connection");
                continue;
            }
            var checked = ConnectionRule.check(violations, path, connection, location);
            if (checked != null) {
                wanted.add(checked);
            }
        }
        // Positions are only right, and so is what is said about them, where all of them passed.
        if (wanted.size() == bodies.size()) {
            identifiersDiffer(violations, wanted);
            prefixesAreApart(violations, wanted);
        }
        return List.copyOf(wanted);
    }

    private static void identifiersDiffer(Violations violations, List<WantedConnection> connections) {
        var seen = new HashSet<Object>();
        for (int i = 0; i < connections.size(); i++) {
            var identifier = connections.get(i).connectionIdentifier();
            violations.check(
                    identifier == null || seen.add(identifier),
                    path(i) + ".connectionIdentifier",
                    "is given to another connection of this request; each needs its own");
        }
    }

    private void prefixesAreApart(Violations violations, List<WantedConnection> connections) {
        var seen = new ArrayList<IPAddress>();
        for (int i = 0; i < connections.size(); i++) {
            apart(violations, path(i) + ".sessionPrefixV4", connections.get(i).sessionPrefixV4(), seen);
            apart(violations, path(i) + ".sessionPrefixV6", connections.get(i).sessionPrefixV6(), seen);
        }
    }

    private void apart(Violations violations, String field, @Nullable String text, List<IPAddress> seen) {
        if (text == null) {
            return;
        }
        var prefix = SessionPrefixRule.parsed(List.of(text)).getFirst();
        violations.check(
                seen.stream().noneMatch(prefix::overlaps), field, "overlaps another session prefix of this request");
        violations.check(
                operatorPools.stream().noneMatch(prefix::overlaps), field, "lies in the operator's own address space");
        seen.add(prefix);
    }

    static String path(int connection) {
        return "connections[" + connection + "]";
    }
}
