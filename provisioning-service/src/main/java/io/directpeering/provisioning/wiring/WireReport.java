package io.directpeering.provisioning.wiring;

import java.util.Optional;
import java.util.Set;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LinkTested;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.events.WiringCompleted;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// What somebody reports of a connection.
sealed interface WireReport {

    /// The fact that it is.
    SpecificRecord fact(EventMetadata metadata);

    /// States that it is a report about; in any other it answers no stage, and the judge says what it makes of that.
    Set<ConnectionState> about();

    /// Packets that were sent over the new wire, and those that came back.
    record LinkTest(
            int packetsSent,
            int packetsReceived,
            @Nullable Double roundTripMs,
            @Nullable String note,
            Optional<Double> roundTripMinMs,
            Optional<Double> roundTripMaxMs)
            implements WireReport {

        boolean passed() {
            return packetsReceived == packetsSent;
        }

        @Override
        public SpecificRecord fact(EventMetadata metadata) {
            return new LinkTested(
                    metadata,
                    new io.directpeering.events.LinkTest(
                            passed(),
                            packetsSent,
                            packetsReceived,
                            roundTripMs,
                            note,
                            roundTripMinMs.orElse(null),
                            roundTripMaxMs.orElse(null)));
        }

        @Override
        public Set<ConnectionState> about() {
            return Set.of(ConnectionState.ProvisioningStarted);
        }
    }

    /// The peer's side is wired and configured.
    record Wired(@Nullable String crossConnectId, @Nullable String note) implements WireReport {

        @Override
        public SpecificRecord fact(EventMetadata metadata) {
            return new WiringCompleted(metadata, crossConnectId, note, null);
        }

        @Override
        public Set<ConnectionState> about() {
            return Set.of(ConnectionState.ProvisioningStarted);
        }
    }

    /// The operator gives this attempt up.
    record Aborted(String reason) implements WireReport {

        @Override
        public SpecificRecord fact(EventMetadata metadata) {
            return new ProvisioningAborted(metadata, reason);
        }

        @Override
        public Set<ConnectionState> about() {
            return Set.of(
                    ConnectionState.ProvisioningStarted,
                    ConnectionState.ProvisioningCompleted,
                    ConnectionState.Validating);
        }
    }
}
