package io.directpeering.request.peering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.Problems;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.past.Chronicle;
import io.directpeering.request.query.past.Mark;
import io.directpeering.request.query.past.Past;
import io.directpeering.request.query.past.Recall;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/// Reads how a peering stood and what became of it, or says why that cannot be told.
///
/// All of it is read a moment after it is decided. Who names a sequence waits a little until it has been.
@ApplicationScoped
class PastReader {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration POLL_EVERY = Duration.ofMillis(10);

    private final Past past;
    private final Hop hop;
    private final StoredRequests requests;
    private final DecisionSettings settings;
    private final OwnNetworks networks;
    private final Clock clock;

    PastReader(
            Past past, Hop hop, StoredRequests requests, DecisionSettings settings, OwnNetworks networks, Clock clock) {
        this.past = past;
        this.hop = hop;
        this.requests = requests;
        this.settings = settings;
        this.networks = networks;
        this.clock = clock;
    }

    /// The peering as it stood then.
    ///
    /// @param minSequence that the history must have reached
    /// @throws HttpProblem   404: there was no such peering then
    /// @throws NotNow        it cannot be told now
    /// @throws AnsweredElsewhere another instance has told
    Known asOf(UUID peeringId, Instant instant, long minSequence) {
        return find(peeringId, instant, minSequence)
                .orElseThrow(() -> new IllegalStateException("a peering that never was is refused before"));
    }

    /// As [#asOf], but empty where the peering did not exist yet.
    Optional<Known> ifAny(UUID peeringId, Instant instant) {
        return switch (past.asOf(peeringId, instant)) {
            case Recall.NotYet it when networks.include(it.peerAsn()) -> Optional.empty();
            case Recall it -> answer(peeringId, it, instant, 0);
        };
    }

    private Optional<Known> find(UUID peeringId, Instant instant, long minSequence) {
        return waiting(minSequence, () -> answer(peeringId, past.asOf(peeringId, instant), instant, minSequence));
    }

    private Optional<Known> answer(UUID peeringId, Recall recall, Instant instant, long minSequence) {
        return switch (recall) {
            case Recall.Found it -> {
                demandOwn(peeringId, it.peering().snapshot().getPeer().getAsn());
                demandRead(it.latestSequence(), minSequence);
                yield Optional.of(it.peering());
            }
            case Recall.NotYet it -> {
                demandOwn(peeringId, it.peerAsn());
                demandRead(it.latestSequence(), minSequence);
                throw Problems.absent("Peering " + peeringId + " did not exist yet at " + instant
                        + ": it was requested at " + it.cameToBeAt() + ".");
            }
            case Recall.Absent _ -> throw absent(peeringId);
            case Recall.Elsewhere(var host) -> throw elsewhere(host);
            case Recall.NotReady(var why) -> throw new NotNow(RETRY_AFTER, why);
        };
    }

    /// What became of the peering.
    ///
    /// @param after  only what comes behind; null: from the beginning
    /// @param atMost so many
    Chronicle.Told history(UUID peeringId, @Nullable Mark after, int atMost, long minSequence) {
        return waiting(minSequence, () -> switch (past.history(peeringId, after, atMost)) {
            case Chronicle.Told it -> {
                demandOwn(peeringId, it.peerAsn());
                demandRead(it.latestSequence(), minSequence);
                yield it;
            }
            case Chronicle.Absent _ -> throw absent(peeringId);
            case Chronicle.Elsewhere(var host) -> throw elsewhere(host);
            case Chronicle.NotReady(var why) -> throw new NotNow(RETRY_AFTER, why);
        });
    }

    /// Why it is not there: nobody asked for it, or what was asked has not been read.
    private RuntimeException absent(UUID peeringId) {
        return requests.include(peeringId)
                ? new NotNow(
                        RETRY_AFTER,
                        "The request for peering " + peeringId
                                + " is stored, and its history has not been read yet. Ask again.")
                : PeeringReader.unknown(peeringId);
    }

    /// What its holder says, who is asked once.
    private RuntimeException elsewhere(HostInfo holder) {
        var answer = hop.hopped() instanceof Hopped.Not ? hop.toHolder(holder, null) : Optional.<Response>empty();
        return answer.<RuntimeException>map(AnsweredElsewhere::new)
                .orElseGet(() ->
                        new NotNow(RETRY_AFTER, "Who holds the history of the peering does not answer. Ask again."));
    }

    /// Of a peering of another network nothing is told, not even that there is one.
    private void demandOwn(UUID peeringId, long asn) {
        if (!networks.include(asn)) {
            throw PeeringReader.unknown(peeringId);
        }
    }

    private static void demandRead(long latestSequence, long minSequence) {
        if (latestSequence < minSequence) {
            throw new NotNow(
                    RETRY_AFTER,
                    "The history has been read up to sequence " + latestSequence + ", not yet to " + minSequence
                            + ". Ask again.");
        }
    }

    private <T> T waiting(long minSequence, Supplier<T> answer) {
        var until = clock.instant().plus(minSequence > 0 ? settings.timeout() : Duration.ZERO);
        while (true) {
            try {
                return answer.get();
            } catch (NotNow e) {
                if (!clock.instant().isBefore(until)) {
                    throw e;
                }
                LockSupport.parkNanos(POLL_EVERY.toNanos());
            }
        }
    }
}
