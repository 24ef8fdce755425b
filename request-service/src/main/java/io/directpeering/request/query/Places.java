package io.directpeering.request.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.inject.Singleton;

import io.directpeering.request.topology.JudgeRuntime;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.Stores;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/// Finds the instance that holds a peering's stores.
@Singleton
public class Places implements Placements {

    private final JudgeRuntime judge;
    private final HostInfo self;

    public Places(JudgeRuntime judge, JudgeSettings settings) {
        this.judge = judge;
        this.self = HostInfo.buildFromEndpoint(settings.applicationServer());
    }

    Place of(UUID peeringId) {
        return judge.streams().map(streams -> place(streams, peeringId)).orElseGet(() -> new Place.Unknown(why()));
    }

    /// The partition that a peering falls into; empty: it is not known yet.
    Optional<Integer> partitionOf(UUID peeringId) {
        return judge.streams().flatMap(streams -> {
            try {
                var found = streams.queryMetadataForKey(Stores.PEERINGS, peeringId.toString(), new StringSerializer());
                return KeyQueryMetadata.NOT_AVAILABLE.equals(found) ? Optional.empty() : Optional.of(found.partition());
            } catch (InvalidStateStoreException | IllegalStateException e) {
                return Optional.empty();
            }
        });
    }

    /// A partition on this instance.
    ///
    /// @throws InvalidStateStoreException the judge does not run
    Place.Here here(int partition) {
        return new Place.Here(judge.streams().orElseThrow(() -> new InvalidStateStoreException(why())), partition);
    }

    @Override
    public Optional<List<Placement>> all() {
        return judge.streams().flatMap(this::all);
    }

    @Override
    public boolean isHere(HostInfo host) {
        return self.equals(host);
    }

    /// Why stores cannot be asked.
    @Override
    public String why() {
        return judge.trouble().orElse("The store is being moved or restored.");
    }

    private Optional<List<Placement>> all(KafkaStreams streams) {
        try {
            var all = new ArrayList<Placement>();
            int number = 1;
            while (all.size() < number) {
                var wanted = all.size();
                var numberOfPartitions = new AtomicInteger();
                var found = streams.queryMetadataForKey(Stores.PEERINGS, "", (_, _, _, partitions) -> {
                    numberOfPartitions.set(partitions);
                    return Optional.of(Set.of(wanted));
                });
                if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)
                        || HostInfo.unavailable().equals(found.activeHost())) {
                    return Optional.empty();
                }
                all.add(new Placement(wanted, found.activeHost(), found.standbyHosts()));
                number = numberOfPartitions.get();
            }
            return Optional.of(all);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Place place(KafkaStreams streams, UUID peeringId) {
        try {
            var found = streams.queryMetadataForKey(Stores.PEERINGS, peeringId.toString(), new StringSerializer());
            if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)) {
                return new Place.Unknown(why());
            }
            return self.equals(found.activeHost())
                    ? new Place.Here(streams, found.partition())
                    : new Place.Elsewhere(found.activeHost(), found.standbyHosts());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new Place.Unknown(why());
        }
    }
}
