package io.directpeering.request.asn;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.events.Contact;
import io.directpeering.events.ValidationState;
import io.directpeering.request.outbox.RegistrationOutbox;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/// The registered peers. Each change is a new revision, and goes into the log with the transaction that makes it.
@ApplicationScoped
public class Registrations {

    private static final String REGISTERED = "asn > ?1 and validationState <> ?2";

    private final RegistrationOutbox outbox;
    private final LivePeerings livePeerings;
    private final Clock clock;

    Registrations(RegistrationOutbox outbox, LivePeerings livePeerings, Clock clock) {
        this.outbox = outbox;
        this.livePeerings = livePeerings;
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
        var isNew = known == null || !known.isRegistered();
        if (!isNew && known.name.equals(name) && known.contacts().equals(contacts)) {
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
        return new Registered(row.registration(), isNew);
    }

    /// What became of the wish to end a registration.
    sealed interface Ending {

        record Ended() implements Ending {}

        /// There is none.
        record NotRegistered() implements Ending {}

        /// A peering needs it.
        record Needed(UUID peeringId) implements Ending {}
    }

    /// Finds out which of the peer's peerings are over, to be called before [#end] and outside its transaction.
    void settle(long asn) {
        livePeerings.settle(asn);
    }

    /// Ends a registration: its last revision has no contacts and the state None.
    @Transactional
    Ending end(long asn, String actor) {
        @Nullable PeerAsnRow row = PeerAsnRow.findById(asn, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.isRegistered()) {
            return new Ending.NotRegistered();
        }
        var needed = livePeerings.of(asn);
        if (needed.isPresent()) {
            return new Ending.Needed(needed.get());
        }
        row.validationState = ValidationState.None;
        row.reason = null;
        row.contacts.clear();
        row.changedBy = actor;
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        revised(row);
        return new Ending.Ended();
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
    Optional<Registration> find(long asn) {
        return registration(PeerAsnRow.findById(asn));
    }

    /// The registration of this ASN, which does not change before the caller's transaction is over.
    @Transactional(TxType.MANDATORY)
    public Optional<Registration> hold(long asn) {
        return registration(PeerAsnRow.findById(asn, LockModeType.PESSIMISTIC_READ));
    }

    private static Optional<Registration> registration(@Nullable PeerAsnRow row) {
        return Optional.ofNullable(row).filter(PeerAsnRow::isRegistered).map(PeerAsnRow::registration);
    }

    /// As [#hold], for whoever is about to change it.
    @Transactional(TxType.MANDATORY)
    Optional<Registration> holdForChange(long asn) {
        return registration(PeerAsnRow.findById(asn, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The registrations behind this ASN, by ASN.
    @Transactional
    List<Registration> list(long behind, int limit) {
        return registrations(PeerAsnRow.find(REGISTERED + " order by asn", behind, ValidationState.None), limit);
    }

    /// As [#list], of these ASNs alone.
    @Transactional
    List<Registration> list(Collection<Long> asns, long behind, int limit) {
        return registrations(
                PeerAsnRow.find(REGISTERED + " and asn in ?3 order by asn", behind, ValidationState.None, asns), limit);
    }

    private static List<Registration> registrations(PanacheQuery<PeerAsnRow> found, int limit) {
        return found.page(0, limit).stream().map(PeerAsnRow::registration).toList();
    }
}
