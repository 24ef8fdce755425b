package io.directpeering.request.query;

import java.util.UUID;
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
public class Places {

    private final JudgeRuntime judge;
    private final HostInfo self;

    public Places(JudgeRuntime judge, JudgeSettings settings) {
        this.judge = judge;
        this.self = HostInfo.buildFromEndpoint(settings.applicationServer());
    }

    Place of(UUID peeringId) {
        return judge.streams().map(streams -> place(streams, peeringId)).orElseGet(() -> new Place.Unknown(why()));
    }

    /// Why stores cannot be asked.
    String why() {
        return judge.trouble().orElse("The store is being moved or restored.");
    }

    private Place place(KafkaStreams streams, UUID peeringId) {
        try {
            var found = streams.queryMetadataForKey(Stores.PEERINGS, peeringId.toString(), new StringSerializer());
            if (KeyQueryMetadata.NOT_AVAILABLE.equals(found)) {
                return new Place.Unknown(why());
            }
            return self.equals(found.activeHost())
                    ? new Place.Here(streams, found.partition())
                    : new Place.Elsewhere(found.activeHost());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new Place.Unknown(why());
        }
    }
}
