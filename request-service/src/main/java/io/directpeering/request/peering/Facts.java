package io.directpeering.request.peering;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jakarta.inject.Singleton;

import io.directpeering.events.EventMetadata;
import io.directpeering.schemas.Topics;
import org.jspecify.annotations.Nullable;

/// How the facts of the front door begin.
@Singleton
class Facts {

    private final Clock clock;

    Facts(Clock clock) {
        this.clock = clock;
    }

    /// Metadata of a new fact about a connection; null: about the whole peering.
    EventMetadata about(UUID peeringId, @Nullable UUID connectionId, String actor) {
        return new EventMetadata(
                UUID.randomUUID(),
                peeringId,
                connectionId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Topics.REQUEST_SERVICE,
                actor,
                null,
                null);
    }
}
