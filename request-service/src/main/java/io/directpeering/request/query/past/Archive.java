package io.directpeering.request.query.past;

import java.util.UUID;
import jakarta.inject.Singleton;

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
public class Archive {

    private final HistorianRuntime historian;
    private final HostInfo self;

    public Archive(HistorianRuntime historian, JudgeSettings settings) {
        this.historian = historian;
        this.self = HostInfo.buildFromEndpoint(settings.applicationServer());
    }

    Shelf of(UUID peeringId) {
        return historian
                .streams()
                .map(streams -> shelf(streams, peeringId))
                .orElseGet(() -> new Shelf.Unknown(why()));
    }

    /// Why stores cannot be asked.
    String why() {
        return historian.trouble().orElse("The history is being moved or restored.");
    }

    private Shelf shelf(KafkaStreams streams, UUID peeringId) {
        try {
            // By the key of the records that made it, for the store's own keys are of another kind.
            var found = streams.queryMetadataForKey(
                    HistorianStores.HISTORY, peeringId.toString(), new StringSerializer());
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
}
