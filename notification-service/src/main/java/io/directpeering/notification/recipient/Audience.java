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
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.PlainText;
import io.directpeering.notification.recipient.Recipient.Reachable;
import io.directpeering.notification.recipient.Recipient.Unreachable;

import static io.directpeering.events.ContactRole.Escalation;
import static io.directpeering.events.ContactRole.Noc;
import static io.directpeering.events.ContactRole.Policy;
import static io.directpeering.events.ContactRole.Service;
import static io.directpeering.events.ContactRole.Technical;

/// Whom a message concerns, by the roles of the peer's contacts. The Noc reads everything.
public enum Audience {
    /// Those who asked for the peering and answer for it.
    REVIEW(EnumSet.of(Noc, Policy)),
    /// Those who order the cross-connect and configure the session.
    PROVISIONING(EnumSet.of(Noc, Technical)),
    /// All who must know whether traffic flows over the link.
    TRAFFIC(EnumSet.of(Noc, Technical, Policy, Service)),
    /// Those who see to it that something moves.
    OVERDUE(EnumSet.of(Noc, Technical, Escalation));

    private static final Unreachable NO_NOC =
            new Unreachable("Noc contact", "The peer has no Noc contact with an e-mail address. Register one.");

    private final Set<ContactRole> roles;

    Audience(Set<ContactRole> roles) {
        this.roles = roles;
    }

    public static Audience of(Message message) {
        return switch (message) {
            case Message.RequestReceived _,
                    Message.InformationNeeded _,
                    Message.AnswerReceived _,
                    Message.RequestRejected _,
                    Message.RequestWithdrawn _ -> REVIEW;
            // The decision ends the review and starts the work: both sides need it.
            case Message.RequestApproved _, Message.LegacyLinkAdopted _, Message.StateChanged _ -> TRAFFIC;
            case Message.LetterIssued _,
                    Message.LinkTestRecorded _,
                    Message.WiringNoted _,
                    Message.ValidationStarted _,
                    Message.ValidationFailed _,
                    Message.ProvisioningStopped _,
                    Message.ProvisioningRestarted _ -> PROVISIONING;
            case Message.ConnectionActive _, Message.TrafficOpen _, Message.TakingDown _, Message.ConnectionRemoved _ ->
                TRAFFIC;
            case Message.PeerOverdue _ -> OVERDUE;
        };
    }

    /// Those of the contacts that belong to it, each address once.
    ///
    /// @return never empty: a peer whose Noc cannot be reached by e-mail is itself worth a record
    public List<Recipient> among(List<Contact> contacts) {
        Map<String, Recipient> byName = new LinkedHashMap<>();
        contacts.stream()
                .filter(contact -> roles.contains(contact.getRole()))
                .flatMap(contact -> recipient(contact).stream())
                .forEach(recipient -> byName.putIfAbsent(recipient.name().toLowerCase(Locale.ROOT), recipient));
        if (contacts.stream()
                .noneMatch(
                        contact -> contact.getRole() == Noc && !email(contact).isEmpty())) {
            byName.put("", NO_NOC);
        }
        return List.copyOf(byName.values());
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
