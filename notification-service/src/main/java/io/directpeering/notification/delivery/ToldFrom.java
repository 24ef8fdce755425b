package io.directpeering.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.directpeering.events.PeeringTransitioned;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The moment from which on this deployment tells people. It is when the database was made, or what
/// `peering.notification.told-from` says, an instant such as `2026-11-22T00:00:00Z`: set it where requests may be
/// older than the database and must still be told, or where a rebuilt database must leave out more.
@ApplicationScoped
class ToldFrom {

    private final EntityManager database;
    private final Optional<Instant> configured;
    private volatile @Nullable Instant made;

    ToldFrom(
            EntityManager database,
            @ConfigProperty(name = "peering.notification.told-from") Optional<Instant> configured) {
        this.database = database;
        this.configured = configured;
    }

    /// To be asked in the transaction that takes the transition in.
    boolean includes(PeeringTransitioned transition) {
        return !transition.getMetadata().getOccurredAt().isBefore(configured.orElseGet(this::databaseMade));
    }

    private Instant databaseMade() {
        var known = made;
        return known == null ? firstAsked() : known;
    }

    private Instant firstAsked() {
        var recorded = recorded();
        made = recorded.orElse(null);
        return recorded.orElseGet(() -> {
            // Somebody who emptied every table by hand meant a rebuild.
            database.createNativeQuery("insert into told_from (moment) values (now()) on conflict do nothing")
                    .executeUpdate();
            return recorded().orElseThrow();
        });
    }

    private Optional<Instant> recorded() {
        return database.createNativeQuery("select moment from told_from", Instant.class)
                .getResultStream()
                .map(Instant.class::cast)
                .findFirst();
    }
}
