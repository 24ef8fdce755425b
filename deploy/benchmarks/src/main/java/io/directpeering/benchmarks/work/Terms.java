package io.directpeering.benchmarks.work;

import java.util.UUID;

/// What a request says, as text: the same content for all who keep documents.
public final class Terms {

    private Terms() {}

    /// JSON of about 500 bytes.
    public static String of(UUID peering) {
        return """
                {"peeringId":"%s","peer":{"asn":64500,"name":"Example","validationState":"Approved","contacts":[\
                {"role":"Noc","name":"NOC","email":"noc@example.net","phone":"+1 555 0100"}]},"peeringName":"fra-1",\
                "peeringLocation":"Frankfurt","directPeeringType":"Edge","requestedBy":"noc@peer.example",\
                "connections":[{"connectionId":"%s","peeringDBFacilityId":58,"bandwidthInMbps":10000,\
                "sessionAddressProvider":"Operator","maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":50,\
                "sessionAuth":"NoAuth"}]}""".formatted(peering, connectionOf(peering));
    }

    /// Its one connection.
    public static UUID connectionOf(UUID peering) {
        return new UUID(peering.getMostSignificantBits(), ~peering.getLeastSignificantBits());
    }
}
