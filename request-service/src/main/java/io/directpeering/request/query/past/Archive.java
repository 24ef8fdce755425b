package io.directpeering.request.query.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.inject.Singleton;

import io.directpeering.request.query.Placement;
import io.directpeering.request.query.Placements;
import io.directpeering.request.query.Question;
import io.directpeering.request.topology.JudgeSettings;
import io.directpeering.request.topology.history.HistorianRuntime;
import io.directpeering.request.topology.history.HistorianStores;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/// Finds the instance that holds the history of a peering.
@Singleton
public class Archive implements Placements {

    private final HistorianRuntime historian;
    private final HostInfo self;

    public Archive(HistorianRuntime historian, JudgeSettings settings) {
        this.historian = historian;
        this.self = HostInfo.buildFromEndpoint(settings.applicationServer());
    }

    Shelf of(UUID peeringId) {
        return historian.streams().map(streams -> shelf(streams, peeringId)).orElseGet(() -> new Shelf.Unknown(why()));
    }

    /// Those partitions of a question that are held here.
    List<Shelf.Here> here(Question question) {
        return switch (question) {
            case Question.Held _ ->
                all().stream()
                        .flatMap(List::stream)
                        .filter(each -> isHere(each.holder()))
                        .flatMap(each ->
                                historian.streams().map(streams -> new Shelf.Here(streams, each.partition())).stream())
                        .toList();
            // Copies of the history are there to take over, and are not read.
            case Question.Copied _ -> List.of();
        };
    }

    @Override
    public Optional<List<Placement>> all() {
        return historian.streams().flatMap(Archive::placements);
    }

    @Override
    public boolean isHere(HostInfo host) {
        return self.equals(host);
    }

    @Override
    public String why() {
        return historian.trouble().orElse("The history is being moved or restored.");
    }

    private Shelf shelf(KafkaStreams streams, UUID peeringId) {
        try {
            // By the key of the records that made it, for the store's own keys are of another kind.
            var found =
                    streams.queryMetadataForKey(HistorianStores.HISTORY, peeringId.toString(), new StringSerializer());
            if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)) {
                return new Shelf.Unknown(why());
            }
            return self.equals(found.activeHost())
                    ? new Shelf.Here(streams, found.partition())
                    : new Shelf.Elsewhere(found.activeHost());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new Shelf.Unknown(why());
        }
    }

    /// Asked one by one, for there is no other way to be told of every partition with its holder.
    private static Optional<List<Placement>> placements(KafkaStreams streams) {
        try {
            var all = new ArrayList<Placement>();
            var partitions = new AtomicInteger(1);
            while (all.size() < partitions.get()) {
                var wanted = all.size();
                var found = streams.queryMetadataForKey(HistorianStores.HISTORY, "", (_, _, _, number) -> {
                    partitions.set(number);
                    return Optional.of(Set.of(wanted));
                });
                if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)
                        || HostInfo.unavailable().equals(found.activeHost())) {
                    return Optional.empty();
                }
                all.add(new Placement(wanted, found.activeHost(), Set.of()));
            }
            return Optional.of(all);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
