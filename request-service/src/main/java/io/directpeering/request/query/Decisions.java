package io.directpeering.request.query;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.DecisionListener;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.VerdictCodec;
import io.directpeering.request.topology.stored.StoredVerdict;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/// What became of facts. Whoever waits is told by the judge itself, in process, as soon as the decision stands in
/// the store; nobody polls.
@ApplicationScoped
public class Decisions implements DecisionListener {

    private final Places places;
    private final int waitingCallers;
    private final ConcurrentMap<UUID, CompletableFuture<Decision>> waiting = new ConcurrentHashMap<>();

    public Decisions(Places places, JudgeSettings settings) {
        this.places = places;
        this.waitingCallers = settings.waitingCallers();
    }

    /// The decision on a fact. Does not matter whether it is asked before or after the fact was stated, or decided.
    ///
    /// @param timeout how long to wait for it
    /// @return never fails: [Decision.Undecided] when the time is up, or when too many wait already
    public CompletableFuture<Decision> await(UUID peeringId, UUID eventId, Duration timeout) {
        // A look without waiting must not end the wait of another caller.
        if (timeout.isZero() || waiting.size() >= waitingCallers) {
            return CompletableFuture.completedFuture(stored(peeringId, eventId).orElseGet(Decision.Undecided::new));
        }
        // Before the store is asked: what is decided in between completes the waiter.
        var waiter = waiting.computeIfAbsent(eventId, _ -> new CompletableFuture<>());
        stored(peeringId, eventId).ifPresent(waiter::complete);
        return waiter.completeOnTimeout(new Decision.Undecided(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> waiting.remove(eventId, waiter));
    }

    @Override
    public void decided(UUID peeringId, UUID eventId, Verdict verdict) {
        var waiter = waiting.remove(eventId);
        if (waiter != null) {
            // What the caller does next must not be done by the judge's thread.
            waiter.completeAsync(() -> decision(verdict), Thread::startVirtualThread);
        }
    }

    private Optional<Decision> stored(UUID peeringId, UUID eventId) {
        try {
            return places.of(peeringId) instanceof Place.Here here
                    ? Optional.ofNullable(here.<StoredVerdict>store(Stores.DECISIONS)
                                    .get(Stores.decision(peeringId, eventId)))
                            .map(VerdictCodec::verdict)
                            .map(Decisions::decision)
                    : Optional.empty();
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    private static Decision decision(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(var sequence) -> new Decision.Accepted(sequence);
            case Verdict.Refused(var sequence, var code, var reason) ->
                new Decision.Refused(sequence, RefusalCode.valueOf(code.name()), reason);
        };
    }
}
