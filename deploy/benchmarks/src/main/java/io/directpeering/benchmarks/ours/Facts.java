package io.directpeering.benchmarks.ours;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Terms;
import io.directpeering.events.Approved;
import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.BgpValidated;
import io.directpeering.events.CheckResult;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.Deprovisioned;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.events.ValidationState;
import io.directpeering.events.WiringCompleted;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// What is stated of a peering with one connection.
///
/// @param at when it happened
public record Facts(UUID peering, Instant at) {

    /// The places and networks of [#requestedAnywhere].
    public static final List<String> LOCATIONS = List.of("Frankfurt", "Amsterdam", "London");

    public static final long FIRST_ASN = 64_500;
    public static final int NETWORKS = 1_000;

    public SpecificRecord of(Step step) {
        return switch (step) {
            case REQUEST -> requested(FIRST_ASN, LOCATIONS.getFirst());
            case APPROVE -> new Approved(metadata(null), "1", List.of(), "as agreed", List.of());
            case WIRE -> new WiringCompleted(metadata(connection()), "XC-1", null, null);
            case PROVISION -> new BgpSessionProvisioned(metadata(connection()), "fra1-edge1", "abc", List.of());
            case VALIDATE ->
                new BgpValidated(metadata(connection()), List.of(new CheckResult("established", true, "both")));
            case DEPROVISION -> new DeprovisionRequested(metadata(null), "moving");
            case REMOVE -> new Deprovisioned(metadata(connection()), "fra1-edge1");
        };
    }

    /// A request of one of many networks at one of the places.
    public PeeringRequested requestedAnywhere(int number) {
        return requested(FIRST_ASN + number % NETWORKS, LOCATIONS.get(number % LOCATIONS.size()));
    }

    private PeeringRequested requested(long asn, String location) {
        var contact = new Contact(ContactRole.Noc, "NOC", "noc@example.net", "+1 555 0100");
        var connection = new RequestedConnection(
                connection(),
                58,
                10_000,
                SessionAddressProvider.Operator,
                null,
                null,
                100,
                50,
                SessionAuth.NoAuth,
                null);
        return new PeeringRequested(
                metadata(null),
                new Peer(asn, "Example", ValidationState.Approved, List.of(contact)),
                "fra-1",
                location,
                DirectPeeringType.Edge,
                List.of(connection));
    }

    private EventMetadata metadata(@Nullable UUID connection) {
        return new EventMetadata(
                UUID.randomUUID(), peering, connection, at, "request-service", "noc@peer.example", null, null);
    }

    private UUID connection() {
        return Terms.connectionOf(peering);
    }
}
