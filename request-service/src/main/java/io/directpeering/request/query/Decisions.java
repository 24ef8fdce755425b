package io.directpeering.request.query;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

/// What became of facts, told as soon as the judge has decided.
@ApplicationScoped
public class Decisions {

    /// The decision on a fact. Does not matter whether it is asked before or after the fact was stated, or decided.
    ///
    /// @param timeout how long to wait for it
    /// @return never fails: [Decision.Undecided] when the time is up
    public CompletableFuture<Decision> await(UUID peeringId, UUID eventId, Duration timeout) {
        return new CompletableFuture<Decision>()
                .completeOnTimeout(new Decision.Undecided(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
