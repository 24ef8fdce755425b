package io.directpeering.request.asn;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.directpeering.events.Contact;
import io.directpeering.events.ValidationState;
import io.directpeering.request.outbox.RegistrationOutbox;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/// The registered peers. Each change is a new revision, and goes into the log with the transaction that makes it.
@ApplicationScoped
public class Registrations {

    private final RegistrationOutbox outbox;
    private final Clock clock;

    Registrations(RegistrationOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What a registration came to.
    ///
    /// @param created false: the ASN was registered before
    record Registered(Registration registration, boolean created) {}

    /// Registers a peer, or replaces its name and contacts. What is registered already word by word stays as it is.
    @Transactional
    Registered register(long asn, String name, List<Contact> contacts, String actor) {
        PeerAsnRow known = PeerAsnRow.findById(asn, LockModeType.PESSIMISTIC_WRITE);
        if (known != null && known.name.equals(name) && known.contacts().equals(contacts)) {
            return new Registered(known.registration(), false);
        }
        var row = known == null ? created(asn) : known;
        if (needsValidation(row, name)) {
            row.validationState = ValidationState.Pending;
            row.reason = null;
        }
        row.name = name;
        row.changedBy = actor;
        row.contacts.clear();
        contacts.forEach(contact -> row.contacts.add(ContactRow.of(contact)));
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        revised(row);
        return new Registered(row.registration(), known == null);
    }

    private static PeerAsnRow created(long asn) {
        var row = new PeerAsnRow();
        row.asn = asn;
        row.name = "";
        row.validationState = ValidationState.Pending;
        return row;
    }

    /// Other people to call are no other network, and what was found of it stands. What has failed is looked at
    /// again whatever was changed: else there would be no way out for a peer whose contacts were the trouble.
    private static boolean needsValidation(PeerAsnRow row, String name) {
        return !row.name.equals(name) || row.validationState != ValidationState.Approved;
    }

    private void revised(PeerAsnRow row) {
        row.revision++;
        row.persistAndFlush();
        outbox.put(row.fact());
    }

    /// Publishes what was registered before revisions were counted.
    @Transactional
    void publishEarlier(@Observes StartupEvent started) {
        PeerAsnRow.<PeerAsnRow>find("revision", 0L)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(this::revised);
    }

    /// The registration of this ASN, if there is one.
    @Transactional
    public Optional<Registration> find(long asn) {
        @Nullable PeerAsnRow row = PeerAsnRow.findById(asn);
        return Optional.ofNullable(row).map(PeerAsnRow::registration);
    }

    @Transactional
    List<Registration> all() {
        return PeerAsnRow.<PeerAsnRow>listAll(Sort.by("asn")).stream()
                .map(PeerAsnRow::registration)
                .toList();
    }
}
