package io.directpeering.notification.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// Storage of a network's contacts, as its latest registration has them.
@Entity
@Table(name = "asn_contacts")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class KeptContacts extends PanacheEntityBase {

    @Id
    @Column(name = "peer_asn")
    long peerAsn;

    long revision;

    /// As JSON.
    String contacts;
}
