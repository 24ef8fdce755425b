package io.directpeering.request.peering;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import io.directpeering.request.catalogue.Facility;
import io.directpeering.request.catalogue.Location;
import io.directpeering.request.peering.PeeringBody.ConnectionBody;
import io.directpeering.request.peering.WantedPeering.WantedConnection;
import org.jspecify.annotations.Nullable;

/// What one wanted connection has to be like.
final class ConnectionRule {

    private static final int BANDWIDTH_STEP_IN_MBPS = 10_000;
    private static final int MAX_BANDWIDTH_IN_MBPS = 100_000;
    private static final int MAX_PREFIXES_V4 = 20_000;
    private static final int MAX_PREFIXES_V6 = 2_000;
    private static final Words<SessionAddressProvider> PROVIDERS = Words.of(SessionAddressProvider.class);
    private static final Words<SessionAuth> AUTHS = Words.of(SessionAuth.class);
    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final Pattern UUID_SPELLING = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final Violations violations;
    private final String path;
    private final ConnectionBody body;

    private ConnectionRule(Violations violations, String path, ConnectionBody body) {
        this.violations = violations;
        this.path = path;
        this.body = body;
    }

    /// The connection; null if something about it is wrong, which is then noted.
    ///
    /// @param location where the peering is to be; empty: not known, which is noted elsewhere
    static @Nullable WantedConnection check(
            Violations violations, String path, ConnectionBody body, Optional<Location> location) {
        return new ConnectionRule(violations, path, body).check(location);
    }

    private @Nullable WantedConnection check(Optional<Location> location) {
        int before = violations.all().size();
        var identifier = identifier();
        var facility = facility(location);
        bandwidth(facility);
        var provider = PROVIDERS.orElse(
                violations,
                at("sessionAddressProvider"),
                body.sessionAddressProvider(),
                SessionAddressProvider.Operator);
        families();
        var prefixV4 =
                prefix(SessionPrefixRule.IPV4, "V4", body.sessionPrefixV4(), body.maxPrefixesAdvertisedV4(), provider);
        var prefixV6 =
                prefix(SessionPrefixRule.IPV6, "V6", body.sessionPrefixV6(), body.maxPrefixesAdvertisedV6(), provider);
        var auth = AUTHS.orElse(violations, at("sessionAuth"), body.sessionAuth(), SessionAuth.NoAuth);
        keyName(auth);
        if (violations.all().size() > before
                || provider == null
                || auth == null
                || body.peeringDBFacilityId() == null
                || body.bandwidthInMbps() == null) {
            return null;
        }
        return new WantedConnection(
                identifier,
                body.peeringDBFacilityId().intValue(),
                body.bandwidthInMbps().intValue(),
                provider,
                prefixV4,
                prefixV6,
                whole(body.maxPrefixesAdvertisedV4()),
                whole(body.maxPrefixesAdvertisedV6()),
                auth,
                body.sessionAuthKeyName(),
                null);
    }

    private @Nullable UUID identifier() {
        var text = body.connectionIdentifier();
        if (text == null) {
            return null;
        }
        return violations.check(
                        UUID_SPELLING.matcher(text).matches(),
                        at("connectionIdentifier"),
                        "must be a UUID such as 4b9d9a0e-7d0c-4f7e-9a35-5a3f7f6f1f10")
                ? UUID.fromString(text)
                : null;
    }

    private Optional<Facility> facility(Optional<Location> location) {
        var id = body.peeringDBFacilityId();
        if (id == null) {
            violations.add(at("peeringDBFacilityId"), "is required: the facility's id in PeeringDB");
            return Optional.empty();
        }
        return location.flatMap(known -> {
            var facility = id == id.intValue() ? known.facility(id.intValue()) : Optional.<Facility>empty();
            violations.check(
                    facility.isPresent(),
                    at("peeringDBFacilityId"),
                    "is not a facility of the operator in " + known.name() + "; those are " + described(known));
            return facility;
        });
    }

    private static String described(Location location) {
        return String.join(
                ", ",
                location.facilities().stream()
                        .map(facility -> facility.peeringDBFacilityId() + " (" + facility.name() + ")")
                        .toList());
    }

    private void bandwidth(Optional<Facility> facility) {
        var bandwidth = body.bandwidthInMbps();
        var field = at("bandwidthInMbps");
        if (bandwidth == null) {
            violations.add(field, "is required");
            return;
        }
        var possible = bandwidth > 0 && bandwidth <= MAX_BANDWIDTH_IN_MBPS && bandwidth % BANDWIDTH_STEP_IN_MBPS == 0;
        if (!violations.check(possible, field, "must be a multiple of 10000, 10000 to 100000")) {
            return;
        }
        facility.ifPresent(known -> violations.check(
                known.bandwidthsInMbps().contains(bandwidth.intValue()),
                field,
                "is not on offer in " + known.name() + "; on offer are " + known.bandwidthsInMbps()));
    }

    private void families() {
        violations.check(
                body.maxPrefixesAdvertisedV4() != null || body.maxPrefixesAdvertisedV6() != null,
                at("maxPrefixesAdvertisedV4"),
                "or maxPrefixesAdvertisedV6 is required: a session is set up for each family that has one");
        limit("maxPrefixesAdvertisedV4", body.maxPrefixesAdvertisedV4(), MAX_PREFIXES_V4);
        limit("maxPrefixesAdvertisedV6", body.maxPrefixesAdvertisedV6(), MAX_PREFIXES_V6);
    }

    private void limit(String field, @Nullable Long value, int max) {
        violations.check(value == null || (value >= 1 && value <= max), at(field), "must be 1 to " + max);
    }

    private @Nullable String prefix(
            SessionPrefixRule rule,
            String family,
            @Nullable String text,
            @Nullable Long maxPrefixes,
            @Nullable SessionAddressProvider provider) {
        var field = at("sessionPrefix" + family);
        if (text == null) {
            violations.check(
                    provider != SessionAddressProvider.Peer || maxPrefixes == null,
                    field,
                    "is required where sessionAddressProvider is Peer and maxPrefixesAdvertised" + family
                            + " is given");
            return null;
        }
        var prefix = rule.check(violations, field, text);
        violations.check(
                provider != SessionAddressProvider.Operator,
                field,
                "is not for the peer to give where sessionAddressProvider is Operator: leave it out, or say Peer");
        violations.check(
                maxPrefixes != null,
                at("maxPrefixesAdvertised" + family),
                "is required where sessionPrefix" + family + " is given");
        return prefix == null ? null : prefix.toCanonicalString();
    }

    private void keyName(@Nullable SessionAuth auth) {
        var field = at("sessionAuthKeyName");
        var name = body.sessionAuthKeyName();
        if (name == null) {
            violations.check(auth == null || auth == SessionAuth.NoAuth, field, "is required with sessionAuth " + auth);
            return;
        }
        violations.check(auth != SessionAuth.NoAuth, field, "is not for sessionAuth NoAuth: leave it out");
        violations.check(
                KEY_NAME.matcher(name).matches(),
                field,
                "must be the name of a key, 1 to 63 of A-Z a-z 0-9 _ . - (never the key itself)");
    }

    private static @Nullable Integer whole(@Nullable Long checked) {
        return checked == null ? null : checked.intValue();
    }

    private String at(String field) {
        return path + "." + field;
    }
}
