package io.directpeering.request.asn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import io.directpeering.events.Peer;
import io.directpeering.events.ValidationState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// A registered peer as it is stored.
@Entity
@Table(name = "peer_asn")
@SuppressWarnings("NullAway.Init")
public class PeerAsnRow extends PanacheEntityBase {

    @Id
    long asn;

    String name;

    @Enumerated(EnumType.STRING)
    ValidationState validationState;

    String changedBy;

    Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "peer_contact", joinColumns = @JoinColumn(name = "asn"))
    @OrderColumn(name = "position")
    List<ContactRow> contacts = new ArrayList<>();

    /// The peer as it stands in the fact of a request.
    Peer peer() {
        return new Peer(
                asn,
                name,
                validationState,
                contacts.stream().map(ContactRow::contact).toList());
    }
}
