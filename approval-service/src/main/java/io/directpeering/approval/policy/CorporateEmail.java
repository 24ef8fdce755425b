package io.directpeering.approval.policy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/// Contacts write from the peer's own domain, not from a free-mail provider's.
///
/// @param freeMailDomains lower case; subdomains count too
public record CorporateEmail(List<String> freeMailDomains) implements PeerCheck {

    @Override
    public Finding examine(RegisteredPeer peer) {
        var domains = new TreeSet<String>();
        peer.contacts().stream()
                .map(RegisteredPeer.Contact::email)
                .filter(Objects::nonNull)
                .map(CorporateEmail::domain)
                .forEach(domains::add);
        if (domains.isEmpty()) {
            return Finding.notApplicable("No contact has an e-mail address.");
        }
        var free = domains.stream().filter(this::isFreeMail).toList();
        // The domain is evidence enough: an address would put a person's name into the event log.
        return free.isEmpty()
                ? Finding.passed("Contacts write from " + String.join(", ", domains) + ".")
                : Finding.failed("Contacts write from a free-mail domain: " + String.join(", ", free) + ".");
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private boolean isFreeMail(String domain) {
        return freeMailDomains.stream().anyMatch(free -> domain.equals(free) || domain.endsWith("." + free));
    }
}
