package io.directpeering.request.query;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.DecisionListener;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.Verdicts;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/// What became of facts. Whoever waits is told by the judge itself, in process, as soon as the decision stands in
/// the store; nobody polls.
@ApplicationScoped
public class Decisions implements DecisionListener {

    private final Places places;
    private final int waitingCallers;
    private final ConcurrentMap<UUID, Set<CompletableFuture<Decision>>> waiting = new ConcurrentHashMap<>();

    public Decisions(Places places, JudgeSettings settings) {
        this.places = places;
        this.waitingCallers = settings.waitingCallers();
    }

    /// The decision on a fact. Does not matter whether it is asked before or after the fact was stated, or decided.
    ///
    /// @param timeout how long to wait for it
    /// @return never fails: [Decision.Undecided] when the time is up, or when too many wait already
    public CompletableFuture<Decision> await(UUID peeringId, UUID eventId, Duration timeout) {
        if (timeout.isZero() || waiting.size() >= waitingCallers) {
            return CompletableFuture.completedFuture(stored(peeringId, eventId).orElseGet(Decision.Undecided::new));
        }
        // Before the store is asked: what is decided in between completes the waiter.
        var waiter = new CompletableFuture<Decision>();
        waiting.merge(eventId, Set.of(waiter), Decisions::both);
        stored(peeringId, eventId).ifPresent(waiter::complete);
        return waiter.completeOnTimeout(new Decision.Undecided(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> waiting.computeIfPresent(eventId, (_, all) -> without(all, waiter)));
    }

    @Override
    public void decided(UUID peeringId, UUID eventId, Verdict verdict) {
        var waiters = waiting.remove(eventId);
        if (waiters != null) {
            // What a caller does next must not be done by the judge's thread.
            waiters.forEach(each -> each.completeAsync(() -> decision(verdict), Thread::startVirtualThread));
        }
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> @Nullable Set<T> without(Set<T> all, T one) {
        var rest = all.stream().filter(each -> !each.equals(one)).collect(Collectors.toUnmodifiableSet());
        return rest.isEmpty() ? null : rest;
    }

    private Optional<Decision> stored(UUID peeringId, UUID eventId) {
        try {
            return places.of(peeringId) instanceof Place.Here here
                    ? Optional.ofNullable(stored(here, peeringId, eventId)).map(Decisions::decision)
                    : Optional.empty();
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Verdict stored(Place.Here here, UUID peeringId, UUID eventId) {
        var peering = here.<StoredPeering>store(Stores.PEERINGS).get(peeringId.toString());
        return new Verdicts(here.<StoredVerdict>store(Stores.DECISIONS)).of(peering, peeringId, eventId);
    }

    private static Decision decision(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(var sequence) -> new Decision.Accepted(sequence);
            case Verdict.Refused(var sequence, var code, var reason) ->
                new Decision.Refused(sequence, RefusalCode.valueOf(code.name()), reason);
        };
    }
}
