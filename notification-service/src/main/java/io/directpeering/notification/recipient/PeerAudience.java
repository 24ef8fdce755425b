package io.directpeering.notification.recipient;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.notification.message.PlainText;
import io.directpeering.notification.recipient.Recipient.Reachable;
import io.directpeering.notification.recipient.Recipient.Unreachable;

import static io.directpeering.events.ContactRole.Escalation;
import static io.directpeering.events.ContactRole.Maintenance;
import static io.directpeering.events.ContactRole.Noc;
import static io.directpeering.events.ContactRole.Policy;
import static io.directpeering.events.ContactRole.Service;
import static io.directpeering.events.ContactRole.Technical;

/// The peer's people, by the roles of its contacts. Where nobody of these roles can be reached, the Noc is told.
public enum PeerAudience implements Audience {
    /// Those who ask for peerings and answer for them.
    REVIEW(EnumSet.of(Policy)),
    /// Those, and all who have work from then on.
    DECISION(EnumSet.of(Policy, Noc, Technical)),
    /// Those who order the cross-connect and configure the session.
    PROVISIONING(EnumSet.of(Noc, Technical)),
    /// All who must know that traffic flows over the link.
    TRAFFIC(EnumSet.of(Noc, Technical, Policy, Service)),
    /// All who must know that it does not any more, those who plan work on the network included.
    TAKEDOWN(EnumSet.of(Noc, Technical, Policy, Service, Maintenance)),
    /// Those who plan work on the network around ours.
    MAINTENANCE(EnumSet.of(Maintenance)),
    /// Those who see to it that something is built.
    OVERDUE(EnumSet.of(Noc, Technical, Escalation)),
    /// Those who see to it that something is answered.
    ANSWER_OVERDUE(EnumSet.of(Policy, Noc, Escalation));

    private static final Unreachable NO_NOC =
            new Unreachable("Noc contact", "The peer has no Noc contact with an e-mail address. Register one.");

    @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
    private final Set<ContactRole> roles;

    PeerAudience(Set<ContactRole> roles) {
        this.roles = Set.copyOf(roles);
    }

    public Set<ContactRole> roles() {
        return roles;
    }

    /// Those of the contacts that belong to it, each address once.
    ///
    /// @return never empty: that nobody can be reached is itself worth a record
    public List<Recipient> among(List<Contact> contacts) {
        Map<String, Recipient> byName = new LinkedHashMap<>();
        add(byName, contacts, roles);
        if (byName.values().stream().noneMatch(Reachable.class::isInstance)) {
            add(byName, contacts, EnumSet.of(Noc));
        }
        var missed = byName.values().stream().noneMatch(Reachable.class::isInstance) || roles.contains(Noc);
        if (missed
                && contacts.stream()
                        .noneMatch(contact ->
                                contact.getRole() == Noc && !email(contact).isEmpty())) {
            byName.put("", NO_NOC);
        }
        return List.copyOf(byName.values());
    }

    private static void add(Map<String, Recipient> byName, List<Contact> contacts, Set<ContactRole> roles) {
        contacts.stream()
                .filter(contact -> roles.contains(contact.getRole()))
                .flatMap(contact -> recipient(contact).stream())
                .forEach(recipient -> byName.putIfAbsent(recipient.name().toLowerCase(Locale.ROOT), recipient));
    }

    private static Optional<Recipient> recipient(Contact contact) {
        var given = email(contact);
        // Reachable by phone only, which is nothing to complain of.
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(AddrSpec.parse(given)
                .<Recipient>map(Reachable::new)
                .orElseGet(() -> new Unreachable(
                        PlainText.line(given),
                        "The e-mail address of the peer's " + contact.getRole()
                                + " contact is not a plain address such as noc@example.net. Register a correct one.")));
    }

    private static String email(Contact contact) {
        return contact.getEmail() == null ? "" : contact.getEmail();
    }
}
