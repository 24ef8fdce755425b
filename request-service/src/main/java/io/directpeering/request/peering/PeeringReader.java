package io.directpeering.request.peering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.Problems;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.directpeering.request.query.QuerySettings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/// Reads where a peering stands, here or at the instance that holds it, or says why that cannot be told. What is about
/// to be known is waited for a little: a partition that moves is elsewhere in a moment.
@ApplicationScoped
class PeeringReader {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration POLL_EVERY = Duration.ofMillis(10);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final String NOBODY_TELLS = "Who holds the peering does not answer, or has it no more";

    /// Others are told at once to ask again: waiting takes a thread.
    private static final int MOST_WAIT = 64;

    private final Peerings peerings;
    private final Hop hop;
    private final StoredRequests requests;
    private final DecisionSettings settings;
    private final QuerySettings queries;
    private final OwnNetworks networks;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAIT);

    PeeringReader(
            Peerings peerings,
            Hop hop,
            StoredRequests requests,
            DecisionSettings settings,
            QuerySettings queries,
            OwnNetworks networks,
            Clock clock) {
        this.peerings = peerings;
        this.hop = hop;
        this.requests = requests;
        this.settings = settings;
        this.queries = queries;
        this.networks = networks;
        this.clock = clock;
    }

    /// The peering, at this sequence or a later one. Waits a little for a sequence that is still to come, and for a
    /// peering that is moving to another instance.
    ///
    /// @throws HttpProblem       404: there is no such peering
    /// @throws NotNow            it cannot be told now
    /// @throws AnsweredElsewhere another instance has told
    Known known(UUID peeringId, long minSequence) {
        var asked = clock.instant();
        while (true) {
            var found = find(peeringId);
            if (found instanceof Lookup.Found(var known)
                    && isOwn(known)
                    && known.snapshot().getSequence() >= minSequence) {
                return known;
            }
            var why = missing(peeringId, found, minSequence);
            if (found instanceof Lookup.Absent && minSequence == 0) {
                throw new NotNow(RETRY_AFTER, why + ". Ask again.");
            }
            waitOrGiveUp(asked, why, found instanceof Lookup.Found || found instanceof Lookup.Absent);
        }
    }

    /// @return why it cannot be told yet
    private String missing(UUID peeringId, Lookup found, long minSequence) {
        return switch (found) {
            case Lookup.Found(var known) when !isOwn(known) -> throw unknown(peeringId);
            case Lookup.Found(var known) ->
                "The peering stands at sequence " + known.snapshot().getSequence() + ", not yet at " + minSequence;
            case Lookup.Absent _ when !requests.include(peeringId) -> throw unknown(peeringId);
            case Lookup.Absent _ -> "The request for peering " + peeringId + " is stored, and not decided yet";
            case Lookup.Elsewhere elsewhere -> askElsewhere(elsewhere);
            case Lookup.NotReady(var why) -> why;
        };
    }

    /// Lets pass what is about a peering, or a request for one whose decision is still to come.
    ///
    /// @param body what the client said, for the instance that answers in our place
    /// @throws HttpProblem       404: there is no such peering or connection
    /// @throws NotNow            it cannot be told now
    /// @throws AnsweredElsewhere another instance has done it
    void demand(UUID peeringId, ConnectionChoice connection, @Nullable Object body) {
        var asked = clock.instant();
        while (true) {
            switch (peerings.find(peeringId)) {
                case Lookup.Found(var known) when !isOwn(known) -> throw unknown(peeringId);
                case Lookup.Found(var known) -> {
                    if (known.snapshot().getConnections().stream()
                            .noneMatch(c -> connection.covers(c.getConnectionId()))) {
                        throw Problems.absent("Peering " + peeringId + " has no " + connection);
                    }
                    return;
                }
                case Lookup.Absent _ -> {
                    if (!requests.include(peeringId)) {
                        throw unknown(peeringId);
                    }
                    return;
                }
                case Lookup.Elsewhere elsewhere -> {
                    if (hop.hopped() instanceof Hopped.Not) {
                        hop.toHolder(elsewhere.host(), body).ifPresent(answer -> {
                            throw new AnsweredElsewhere(answer);
                        });
                        if (requests.include(peeringId, connection)) {
                            // Whoever holds it next will judge; the fact is in the log then.
                            return;
                        }
                    }
                }
                case Lookup.NotReady _ -> {
                    if (requests.include(peeringId, connection)) {
                        return;
                    }
                }
            }
            waitOrGiveUp(asked, NOBODY_TELLS, false);
        }
    }

    private Lookup find(UUID peeringId) {
        return hop.hopped() instanceof Hopped.Copied ? peerings.findCopy(peeringId) : peerings.find(peeringId);
    }

    /// @return why nobody has told
    private String askElsewhere(Lookup.Elsewhere elsewhere) {
        if (hop.hopped() instanceof Hopped.Not) {
            hop.toHolder(elsewhere.host(), null)
                    .or(() -> hop.toCopies(List.copyOf(elsewhere.copies())))
                    .ifPresent(answer -> {
                        throw new AnsweredElsewhere(answer);
                    });
        }
        return NOBODY_TELLS;
    }

    /// Of a peering of another network nothing is told, not even that there is one.
    private boolean isOwn(Known known) {
        return networks.include(known.snapshot().getPeer().getAsn());
    }

    static HttpProblem unknown(UUID peeringId) {
        return Problems.absent("There is no peering " + peeringId);
    }

    /// @param isHere what is waited for will be seen here; else another has to be asked again
    private void waitOrGiveUp(Instant asked, String why, boolean isHere) {
        var mayWait = switch (hop.hopped()) {
            case Hopped.Not _ -> true;
            // Whoever has hopped here asks again itself, and may ask somebody else then.
            case Hopped.Held _ -> isHere;
            case Hopped.Copied _ -> false;
        };
        var until = asked.plus(isHere ? settings.timeout() : queries.patience());
        if (!mayWait || !clock.instant().isBefore(until) || !waiting.tryAcquire()) {
            throw new NotNow(RETRY_AFTER, why + ". Ask again.");
        }
        try {
            LockSupport.parkNanos((isHere ? POLL_EVERY : ASK_EVERY).toNanos());
        } finally {
            waiting.release();
        }
    }
}
