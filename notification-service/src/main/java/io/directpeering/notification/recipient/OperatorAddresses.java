package io.directpeering.notification.recipient;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Where the operator's own people read mail: settings `peering.operator.review-mailbox` and
/// `peering.operator.noc-mailbox`. Either stands in for the other; without both the operator is told nothing.
@ApplicationScoped
public class OperatorAddresses {

    private static final Logger LOG = Logger.getLogger(OperatorAddresses.class);

    private final Optional<AddrSpec> review;
    private final Optional<AddrSpec> noc;

    OperatorAddresses(
            @ConfigProperty(name = "peering.operator.review-mailbox") Optional<String> review,
            @ConfigProperty(name = "peering.operator.noc-mailbox") Optional<String> noc) {
        this.review = address("peering.operator.review-mailbox", review);
        this.noc = address("peering.operator.noc-mailbox", noc);
    }

    void started(@Observes StartupEvent event) {
        if (review.isEmpty() && noc.isEmpty()) {
            LOG.warn(
                    "The operator gets no mail: neither peering.operator.review-mailbox nor peering.operator.noc-mailbox"
                            + " is set");
        }
    }

    public List<Recipient> of(OperatorMailbox mailbox) {
        var address = switch (mailbox) {
            case REVIEW -> review.or(() -> noc);
            case NOC -> noc.or(() -> review);
        };
        return address.<Recipient>map(Recipient.Reachable::new).stream().toList();
    }

    private static Optional<AddrSpec> address(String setting, Optional<String> given) {
        return given.map(text -> AddrSpec.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + " must be a plain address such as noc@example.net, not: " + text)));
    }
}
