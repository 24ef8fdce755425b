package io.directpeering.request.asn;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.directpeering.events.Contact;
import io.directpeering.events.Peer;
import io.quarkus.panache.common.Sort;
import org.jspecify.annotations.Nullable;

/// The registered peers.
@ApplicationScoped
public class Registrations {

    private final RegistrationSettings settings;
    private final Clock clock;

    Registrations(RegistrationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// What a registration came to.
    ///
    /// @param created false: the ASN was registered before, and its name and contacts are replaced
    record Registered(Peer peer, boolean created) {}

    /// Registers a peer, or replaces its name and contacts. A decision about its validation stays.
    @Transactional
    Registered register(long asn, String name, List<Contact> contacts, String actor) {
        PeerAsnRow known = PeerAsnRow.findById(asn, LockModeType.PESSIMISTIC_WRITE);
        var row = known == null ? created(asn) : known;
        row.name = name;
        row.changedBy = actor;
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.contacts.clear();
        contacts.forEach(contact -> row.contacts.add(ContactRow.of(contact)));
        row.persistAndFlush();
        return new Registered(row.peer(), known == null);
    }

    private PeerAsnRow created(long asn) {
        var row = new PeerAsnRow();
        row.asn = asn;
        row.validationState = settings.approval().initialState();
        return row;
    }

    /// The peer with this ASN, if it is registered.
    @Transactional
    public Optional<Peer> find(long asn) {
        @Nullable PeerAsnRow row = PeerAsnRow.findById(asn);
        return Optional.ofNullable(row).map(PeerAsnRow::peer);
    }

    @Transactional
    List<Peer> all() {
        return PeerAsnRow.<PeerAsnRow>listAll(Sort.by("asn")).stream()
                .map(PeerAsnRow::peer)
                .toList();
    }
}
