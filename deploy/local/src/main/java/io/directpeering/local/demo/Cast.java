package io.directpeering.local.demo;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directpeering.local.issuer.Person;

/// Who plays: a peer of its own for every run, so that a second demo meets nothing of the first.
///
/// @param asn public: beyond the 16-bit and documentation numbers, below the private ones
record Cast(long asn) {

    static final Person OPERATOR = Person.operator("operator@example.net");

    /// A colleague, who decides as well.
    static final Person COLLEAGUE = Person.operator("colleague@example.net");

    private static final long FIRST_ASN = 200_000;
    private static final long ASNS = 3_999_000_000L;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Cast at(Instant now) {
        return new Cast(FIRST_ASN + now.toEpochMilli() % ASNS);
    }

    /// The network whose legacy links stand in the example catalogue.
    static Cast ofLegacyLinks() {
        return new Cast(64_496_000);
    }

    /// The peer's user, who is its Noc contact, too.
    Person peer() {
        return Person.peer(address(), asn);
    }

    /// Where the peer is written to.
    String address() {
        return "noc@as" + asn + ".example.org";
    }

    String peeringName() {
        return "demo-" + asn;
    }

    ObjectNode registration() {
        var body = JSON.objectNode().put("name", "Demo Networks AS" + asn);
        body.putArray("contacts")
                .addObject()
                .put("role", "Noc")
                .put("name", "Network operations")
                .put("email", address())
                .put("phone", "+49 69 5550100");
        return body;
    }

    ObjectNode request() {
        return request(10_000);
    }

    /// Two connections in two facilities of one metro, both address families.
    ObjectNode request(int bandwidthInMbps) {
        var body =
                JSON.objectNode().put("peerAsn", asn).put("name", peeringName()).put("peeringLocation", "Frankfurt");
        var connections = body.putArray("connections");
        for (var facility : new int[] {58, 60}) {
            connections
                    .addObject()
                    .put("peeringDBFacilityId", facility)
                    .put("bandwidthInMbps", bandwidthInMbps)
                    .put("maxPrefixesAdvertisedV4", 1_000)
                    .put("maxPrefixesAdvertisedV6", 200);
        }
        return body;
    }
}
