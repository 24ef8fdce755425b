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

import io.directpeering.events.Contact;
import io.directpeering.events.Peer;
import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

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

    /// Why it is in that state, where somebody said.
    @Nullable
    String reason;

    /// 1, 2, 3 …: how often it was registered or changed; 0: before revisions were counted.
    long revision;

    String changedBy;

    Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "peer_contact", joinColumns = @JoinColumn(name = "asn"))
    @OrderColumn(name = "position")
    List<ContactRow> contacts = new ArrayList<>();

    /// A registration that was ended keeps its row, for its revisions go on where it begins anew.
    boolean isRegistered() {
        return validationState != ValidationState.None;
    }

    List<Contact> contacts() {
        return contacts.stream().map(ContactRow::contact).toList();
    }

    Registration registration() {
        return new Registration(new Peer(asn, name, validationState, contacts()), revision, reason);
    }

    /// The latest revision as a fact. Its id follows from what it is about: said again, it is a repeat.
    PeerAsnRegistered fact() {
        return new PeerAsnRegistered(
                new RegistrationMetadata(
                        EventIds.ofRegistration(asn, revision), asn, changedAt, Topics.REQUEST_SERVICE, changedBy),
                revision,
                name,
                contacts(),
                validationState);
    }
}
