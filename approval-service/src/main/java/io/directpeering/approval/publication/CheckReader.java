package io.directpeering.approval.publication;

import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.peer.PeerReader;
import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.RequestedPeering;
import io.directpeering.approval.policy.RequestedPeering.Connection;
import io.directpeering.approval.publication.CheckBody.ConnectionBody;
import io.directpeering.approval.publication.CheckBody.ContactBody;
import io.directpeering.approval.registration.KnownPeers;
import io.directpeering.events.ContactRole;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import org.jspecify.annotations.Nullable;

/// Reads a request that is only to be tried. Refuses what nobody could judge; what the rules would refuse is theirs to
/// tell.
@ApplicationScoped
class CheckReader {

    private static final long HIGHEST_ASN = 4_294_967_295L;
    private static final int MAX_CONNECTIONS = 16;
    private static final int MAX_CONTACTS = 20;
    private static final int MAX_CHARACTERS = 254;
    private static final Words<ContactRole> ROLES = Words.of(ContactRole.class);
    private static final Words<SessionAddressProvider> PROVIDERS = Words.of(SessionAddressProvider.class);

    private final Caller caller;
    private final KnownPeers known;
    private final PeerReader peers;

    CheckReader(Caller caller, KnownPeers known, PeerReader peers) {
        this.caller = caller;
        this.known = known;
        this.peers = peers;
    }

    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every field that is wrong; 403 where the
    ///                                                     caller does not speak for the ASN
    RequestedPeering read(@Nullable CheckBody body) {
        if (body == null) {
            throw Problems.invalid("body", "is required");
        }
        var violations = new Violations();
        var asn = number(violations, "peerAsn", body.peerAsn(), true, HIGHEST_ASN);
        plain(violations, "name", body.name());
        plain(violations, "peeringLocation", body.peeringLocation());
        plain(violations, "directPeeringType", body.directPeeringType());
        var connections = connections(violations, body.connections());
        var contacts = body.contacts() == null ? null : contacts(violations, body.contacts());
        violations.refuseIfAny();
        if (asn == null || !caller.speaksFor(asn)) {
            throw Problems.forbidden("You do not speak for AS" + asn + "; only its own people, and the operator's, may"
                    + " see what the policy makes of its requests.");
        }
        var registered = known.find(asn);
        return new RequestedPeering(
                peers.read(asn, registered.validationState(), contacts == null ? registered.contacts() : contacts),
                connections);
    }

    private static List<Connection> connections(
            Violations violations, @Nullable List<@Nullable ConnectionBody> bodies) {
        if (bodies == null || bodies.isEmpty() || bodies.size() > MAX_CONNECTIONS) {
            violations.add("connections", "must be a list of 1 to " + MAX_CONNECTIONS + " connections");
            return List.of();
        }
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < bodies.size(); i++) {
            var path = "connections[" + i + "]";
            var body = bodies.get(i);
            if (violations.check(body != null, path, "is null; describe a connection") && body != null) {
                connections.add(connection(violations, path + ".", body));
            }
        }
        return connections;
    }

    private static Connection connection(Violations violations, String path, ConnectionBody body) {
        plain(violations, path + "connectionIdentifier", body.connectionIdentifier());
        var provider = PROVIDERS.orElse(
                violations,
                path + "sessionAddressProvider",
                body.sessionAddressProvider(),
                SessionAddressProvider.Operator);
        plain(violations, path + "sessionAuth", body.sessionAuth());
        plain(violations, path + "sessionAuthKeyName", body.sessionAuthKeyName());
        return new Connection(
                whole(number(violations, path + "peeringDBFacilityId", body.peeringDBFacilityId(), true)),
                whole(number(violations, path + "bandwidthInMbps", body.bandwidthInMbps(), true)),
                provider == SessionAddressProvider.Peer,
                plain(violations, path + "sessionPrefixV4", body.sessionPrefixV4()),
                plain(violations, path + "sessionPrefixV6", body.sessionPrefixV6()),
                optional(number(violations, path + "maxPrefixesAdvertisedV4", body.maxPrefixesAdvertisedV4(), false)),
                optional(number(violations, path + "maxPrefixesAdvertisedV6", body.maxPrefixesAdvertisedV6(), false)),
                null);
    }

    private static List<Person> contacts(Violations violations, List<@Nullable ContactBody> bodies) {
        if (!violations.check(
                bodies.size() <= MAX_CONTACTS, "contacts", "has more than " + MAX_CONTACTS + " entries")) {
            return List.of();
        }
        var contacts = new ArrayList<Person>();
        for (int i = 0; i < bodies.size(); i++) {
            var path = "contacts[" + i + "]";
            var body = bodies.get(i);
            if (violations.check(body != null, path, "is null; describe a contact") && body != null) {
                var role = ROLES.required(violations, path + ".role", body.role());
                contacts.add(new Person(
                        String.valueOf(role),
                        plain(violations, path + ".name", body.name()),
                        plain(violations, path + ".email", body.email()),
                        plain(violations, path + ".phone", body.phone())));
            }
        }
        return contacts;
    }

    private static @Nullable String plain(Violations violations, String field, @Nullable String text) {
        return PlainText.optional(violations, field, text, MAX_CHARACTERS);
    }

    private static @Nullable Long number(Violations violations, String field, @Nullable Long number, boolean required) {
        return number(violations, field, number, required, Integer.MAX_VALUE);
    }

    private static @Nullable Long number(
            Violations violations, String field, @Nullable Long number, boolean required, long highest) {
        if (number == null) {
            violations.check(!required, field, "is required");
            return null;
        }
        return violations.check(number >= 0 && number <= highest, field, "must be a whole number, 0 to " + highest)
                ? number
                : null;
    }

    /// Where there is no number, it is noted, and the request is not judged.
    private static int whole(@Nullable Long number) {
        return number == null ? 0 : number.intValue();
    }

    private static @Nullable Integer optional(@Nullable Long number) {
        return number == null ? null : number.intValue();
    }
}
