package io.directpeering.request.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.deadline.Deadlines;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Where peerings stand, out of the judge's stores on this instance. Includes what is decided and not yet committed.
@ApplicationScoped
public class Peerings {

    private final JudgeRuntime judge;
    private final Places places;
    private final Deadlines deadlines;
    private final Clock clock;

    public Peerings(JudgeRuntime judge, Places places, Deadlines deadlines, Clock clock) {
        this.judge = judge;
        this.places = places;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// Where this peering stands.
    public Lookup find(UUID peeringId) {
        return switch (places.of(peeringId)) {
            case Place.Here here -> look(here, peeringId);
            case Place.Elsewhere(var host) -> new Lookup.Elsewhere(host);
            case Place.Unknown(var why) -> new Lookup.NotReady(why);
        };
    }

    /// The peerings of this instance that pass the filter.
    public Listing list(Filter filter) {
        return judge.streams()
                .map(streams -> list(streams, filter))
                .orElseGet(() -> new Listing.NotReady(places.why()));
    }

    private Lookup look(Place.Here here, UUID peeringId) {
        try {
            var snapshot = here.<PeeringSnapshot>store(Stores.PEERINGS).get(peeringId.toString());
            return snapshot == null
                    ? new Lookup.Absent()
                    : new Lookup.Found(known(snapshot, here.store(Stores.SESSIONS)));
        } catch (InvalidStateStoreException e) {
            return new Lookup.NotReady(places.why());
        }
    }

    private Listing list(KafkaStreams streams, Filter filter) {
        try {
            ReadOnlyKeyValueStore<String, PeeringSnapshot> peerings = whole(streams, Stores.PEERINGS);
            ReadOnlyKeyValueStore<String, BgpSessionObserved> sessions = whole(streams, Stores.SESSIONS);
            var passing = new ArrayList<Known>();
            try (var all = peerings.all()) {
                all.forEachRemaining(entry -> {
                    if (filter.passes(entry.value)) {
                        passing.add(known(entry.value, sessions));
                    }
                });
            }
            passing.sort(Comparator.comparing((Known each) -> each.snapshot().getRequestedAt())
                    .reversed());
            return new Listing.Listed(List.copyOf(passing));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new Listing.NotReady(places.why());
        }
    }

    private static <V> ReadOnlyKeyValueStore<String, V> whole(KafkaStreams streams, String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    private Known known(PeeringSnapshot snapshot, ReadOnlyKeyValueStore<String, BgpSessionObserved> sessions) {
        var seen = new ArrayList<BgpSessionObserved>();
        var prefix = Stores.sessionsOf(snapshot.getPeeringId());
        try (var entries = sessions.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> seen.add(entry.value));
        }
        return new Known(snapshot, List.copyOf(seen), deadlines.byConnection(snapshot), clock.instant());
    }
}
