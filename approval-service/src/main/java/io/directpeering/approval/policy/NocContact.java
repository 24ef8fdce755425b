package io.directpeering.approval.policy;

import org.jspecify.annotations.Nullable;

/// The network operations centre can be reached by e-mail and by phone.
public record NocContact() implements Check {

    @Override
    public Finding examine(RequestedPeering request) {
        boolean reachable = request.contacts().stream()
                .anyMatch(contact -> contact.noc() && given(contact.email()) && given(contact.phone()));
        return reachable
                ? Finding.passed("A Noc contact with e-mail and phone is registered.")
                : Finding.failed("No Noc contact with both e-mail and phone is registered for AS%d."
                        .formatted(request.peerAsn()));
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
