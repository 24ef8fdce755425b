package io.directpeering.request.peering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.Problems;
import io.directpeering.request.asn.OwnNetworks;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/// Reads where a peering stands, or says why that cannot be told.
@ApplicationScoped
class PeeringReader {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration POLL_EVERY = Duration.ofMillis(10);

    private final Peerings peerings;
    private final DecisionSettings settings;
    private final OwnNetworks networks;
    private final Clock clock;

    PeeringReader(Peerings peerings, DecisionSettings settings, OwnNetworks networks, Clock clock) {
        this.peerings = peerings;
        this.settings = settings;
        this.networks = networks;
        this.clock = clock;
    }

    /// The peering, at this sequence or a later one. Waits a little for a sequence that is still to come.
    ///
    /// @throws HttpProblem   404: there is no such peering
    /// @throws NotNow        it cannot be told now
    /// @throws HeldElsewhere another instance can tell
    PeeringView read(UUID peeringId, long minSequence) {
        return PeeringView.of(known(peeringId, minSequence));
    }

    /// The same, as it is known.
    Known known(UUID peeringId, long minSequence) {
        var until = clock.instant().plus(minSequence > 0 ? settings.timeout() : Duration.ZERO);
        while (true) {
            switch (peerings.find(peeringId)) {
                case Lookup.Found(var known) when !isOwn(known) -> throw unknown(peeringId);
                case Lookup.Found(var known)
                when known.snapshot().getSequence() >= minSequence -> {
                    return known;
                }
                case Lookup.Found(var known) ->
                    waitOrGiveUp(
                            until,
                            new NotNow(
                                    RETRY_AFTER,
                                    "The peering stands at sequence "
                                            + known.snapshot().getSequence() + ", not yet at " + minSequence
                                            + ". Ask again."));
                case Lookup.Absent _ -> waitOrGiveUp(until, absent(peeringId));
                case Lookup.Elsewhere(var host) -> throw new HeldElsewhere(host, null);
                case Lookup.NotReady(var why) -> throw new NotNow(RETRY_AFTER, why);
            }
        }
    }

    /// Lets pass what is about a peering, or a request for one whose decision is still to come.
    ///
    /// @param body what the client said, for the instance that answers in our place
    /// @throws HttpProblem   404: there is no such peering or connection
    /// @throws NotNow        it cannot be told now
    /// @throws HeldElsewhere another instance can tell
    void demand(UUID peeringId, ConnectionChoice connection, @Nullable Object body) {
        switch (peerings.find(peeringId)) {
            case Lookup.Found(var known) when !isOwn(known) -> throw unknown(peeringId);
            case Lookup.Found(var known) -> {
                if (known.snapshot().getConnections().stream().noneMatch(c -> connection.covers(c.getConnectionId()))) {
                    throw Problems.absent("Peering " + peeringId + " has no " + connection);
                }
            }
            case Lookup.Absent _ -> {
                if (!isRequested(peeringId)) {
                    throw unknown(peeringId);
                }
            }
            case Lookup.Elsewhere(var host) -> throw new HeldElsewhere(host, body);
            case Lookup.NotReady(var why) -> throw new NotNow(RETRY_AFTER, why);
        }
    }

    /// Why it is not there: nobody asked for it, or what was asked is not decided.
    RuntimeException absent(UUID peeringId) {
        return isRequested(peeringId)
                ? new NotNow(
                        RETRY_AFTER,
                        "The request for peering " + peeringId + " is stored, and not decided yet. Ask again.")
                : unknown(peeringId);
    }

    /// Of a peering of another network nothing is told, not even that there is one.
    private boolean isOwn(Known known) {
        return networks.include(known.snapshot().getPeer().getAsn());
    }

    static HttpProblem unknown(UUID peeringId) {
        return Problems.absent("There is no peering " + peeringId);
    }

    private boolean isRequested(UUID peeringId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> RequestRow.<RequestRow>findByIdOptional(peeringId))
                .filter(request -> networks.include(request.peerAsn))
                .isPresent();
    }

    private void waitOrGiveUp(Instant until, RuntimeException otherwise) {
        if (!clock.instant().isBefore(until) || otherwise instanceof HttpProblem) {
            throw otherwise;
        }
        LockSupport.parkNanos(POLL_EVERY.toNanos());
    }
}
