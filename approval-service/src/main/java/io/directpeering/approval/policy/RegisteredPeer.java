package io.directpeering.approval.policy;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// A peer as it is registered, as far as rules look at it.
///
/// @param facilities PeeringDB ids of the facilities it is known to be present at; null: nothing is known of this ASN
public record RegisteredPeer(
        long asn,
        Registration registration,
        List<Contact> contacts,
        @Nullable Set<Integer> facilities) {

    /// Validation of the peer ASN's registration.
    public enum Registration {
        None,
        Pending,
        Approved,
        Failed,
        Unknown
    }

    /// Where a person of the peer's can be reached.
    ///
    /// @param noc whether the contact's role is Noc
    public record Contact(
            boolean noc, @Nullable String email, @Nullable String phone) {}
}
