package io.directpeering.approval.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.approval.peer.Discretion;
import io.directpeering.events.ValidationState;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.quarkus.panache.common.Parameters;
import org.jspecify.annotations.Nullable;

/// Registrations to be read: one, or those in the queue, the oldest first.
@ApplicationScoped
class RegistrationQueue {

    private static final String OLDEST_FIRST = " order by registeredAt, asn";
    private static final String BEHIND = "(registeredAt > :at or registeredAt = :at and asn > :asn)";

    private final Clock clock;

    RegistrationQueue(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    Optional<RegistrationView> find(long asn, Discretion discretion) {
        return Registration.<Registration>findByIdOptional(asn)
                .filter(registration -> registration.revision > 0)
                .map(registration -> RegistrationView.of(registration, discretion, clock.instant()));
    }

    /// As [#find], with the registration's row locked until the caller's transaction ends: it stays as it is shown.
    @Transactional(TxType.MANDATORY)
    Optional<RegistrationView> hold(long asn) {
        return Optional.ofNullable(Registration.locked(asn))
                .map(registration -> RegistrationView.of(registration, Discretion.OPEN, clock.instant()));
    }

    /// @param state null: whatever the state
    @Transactional
    List<RegistrationView> list(@Nullable ValidationState state, Page<Place<Long>> page, Discretion discretion) {
        var now = clock.instant();
        var having = new Parameters();
        // Before its first revision, all that is known of a registration is what was found of it.
        var conditions = new ArrayList<String>(List.of("revision > 0"));
        if (state != null) {
            conditions.add("validationState = :state");
            having.and("state", state);
        }
        var after = page.after();
        if (after != null) {
            conditions.add(BEHIND);
            having.and("at", after.at()).and("asn", after.id());
        }
        return Registration.<Registration>find(String.join(" and ", conditions) + OLDEST_FIRST, having)
                .page(0, page.lookFor())
                .stream()
                .map(registration -> RegistrationView.of(registration, discretion, now))
                .toList();
    }
}
