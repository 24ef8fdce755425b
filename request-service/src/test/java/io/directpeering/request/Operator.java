package io.directpeering.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.ValidationState;
import org.jspecify.annotations.Nullable;

/// The operator's side, as far as it says something on the log.
@ApplicationScoped
public class Operator {

    private final TheLog log;

    Operator(TheLog log) {
        this.log = log;
    }

    /// States what was found of a registration.
    public PeerAsnValidated finds(long asn, long revision, ValidationState state, @Nullable String reason) {
        var finding = finding(asn, revision, state, reason);
        try {
            log.state(finding);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return finding;
    }

    public static PeerAsnValidated finding(long asn, long revision, ValidationState state, @Nullable String reason) {
        return new PeerAsnValidated(
                new RegistrationMetadata(
                        UUID.randomUUID(),
                        asn,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        "approval-service",
                        "otto"),
                revision,
                state,
                reason,
                "1",
                List.of());
    }
}
