package io.directpeering.request.lifecycle;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a peering is asked for with. The life cycle carries it along; words of the field stay as they stand on the
/// wire.
public record Terms(Peer peer, String peeringName, String peeringLocation, String directPeeringType) {

    /// The peer as registered at the moment of the request.
    ///
    /// @param asn autonomous system number, 1..4294967295
    public record Peer(long asn, String name, String validationState, List<Contact> contacts) {}

    /// Where a person of the peer's can be reached.
    public record Contact(
            String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}
}
