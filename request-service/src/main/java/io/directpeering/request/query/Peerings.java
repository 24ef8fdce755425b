package io.directpeering.request.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.index.Holding;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Where peerings stand, out of the judge's stores on this instance. Includes what is decided and not yet committed.
@ApplicationScoped
public class Peerings {

    private final Places places;
    private final Holdings holdings;
    private final Copies copies;
    private final Deadlines deadlines;
    private final Clock clock;

    public Peerings(Places places, Holdings holdings, Copies copies, Deadlines deadlines, Clock clock) {
        this.places = places;
        this.holdings = holdings;
        this.copies = copies;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// Where this peering stands.
    public Lookup find(UUID peeringId) {
        return switch (places.of(peeringId)) {
            case Place.Here here -> look(here, peeringId);
            case Place.Elsewhere(var host, var having) -> new Lookup.Elsewhere(host, having);
            case Place.Unknown(var why) -> new Lookup.NotReady(why);
        };
    }

    /// Where it stood, by a copy on this instance; for while who holds it does not answer.
    public Lookup findCopy(UUID peeringId) {
        var partition = places.partitionOf(peeringId);
        var freshness = partition.flatMap(copies::freshness);
        if (partition.isEmpty() || freshness.isEmpty()) {
            return new Lookup.NotReady("There is no copy here that is recent enough.");
        }
        try {
            return copied(partition.get(), peeringId, freshness.get())
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(Lookup.Absent::new);
        } catch (InvalidStateStoreException e) {
            return new Lookup.NotReady(places.why());
        }
    }

    private Lookup look(Place.Here here, UUID peeringId) {
        var freshness = holdings.of(here.partition()).flatMap(Peerings::freshness);
        if (freshness.isEmpty()) {
            return new Lookup.NotReady("The partition was taken over a moment ago, and is catching up.");
        }
        try {
            return held(here.partition(), peeringId, freshness.get())
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(Lookup.Absent::new);
        } catch (InvalidStateStoreException e) {
            return new Lookup.NotReady(places.why());
        }
    }

    /// How recent what is held is; empty: it may be behind what was told before.
    static Optional<Freshness> freshness(Holding holding) {
        return Optional.ofNullable(holding.reading().readUpTo())
                .map(at -> new Freshness(at, holding.reading().behind(), false));
    }

    /// @throws InvalidStateStoreException the partition has moved
    Optional<Known> held(int partition, UUID peeringId, Freshness freshness) {
        var here = places.here(partition);
        return known(here.store(Stores.PEERINGS), here.store(Stores.SESSIONS), peeringId, freshness);
    }

    /// @throws InvalidStateStoreException there is no copy here any more
    Optional<Known> copied(int partition, UUID peeringId, Freshness freshness) {
        return known(
                copies.store(Stores.PEERINGS, partition),
                copies.store(Stores.SESSIONS, partition),
                peeringId,
                freshness);
    }

    private Optional<Known> known(
            ReadOnlyKeyValueStore<String, StoredPeering> peerings,
            ReadOnlyKeyValueStore<String, BgpSessionObserved> sessions,
            UUID peeringId,
            Freshness freshness) {
        return Optional.ofNullable(peerings.get(peeringId.toString()))
                .map(StoredPeering::snapshot)
                .map(snapshot -> new Known(
                        snapshot,
                        sessions(peeringId, sessions),
                        deadlines.byConnection(snapshot),
                        clock.instant(),
                        freshness));
    }

    private static List<BgpSessionObserved> sessions(
            UUID peeringId, ReadOnlyKeyValueStore<String, BgpSessionObserved> sessions) {
        var seen = new ArrayList<BgpSessionObserved>();
        try (var entries = sessions.prefixScan(Stores.sessionsOf(peeringId), new StringSerializer())) {
            entries.forEachRemaining(entry -> seen.add(entry.value));
        }
        return List.copyOf(seen);
    }
}
