package io.directpeering.request.topology;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.stored.AcceptedFacts;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.ProcessorStateException;

/// How records stand in stores and their changelogs: as [SingleObjects], which need no registry; what an older
/// release wrote is read.
public final class StoreSerde {

    private static final ClassValue<SpecificDatumWriter<Object>> WRITERS = new ClassValue<>() {
        @Override
        protected SpecificDatumWriter<Object> computeValue(Class<?> type) {
            var model = SpecificData.getForClass(type);
            return new SpecificDatumWriter<>(model.getSchema(type), model);
        }
    };

    private static final byte[] NOTHING = {};

    private StoreSerde() {}

    public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        var records = new SingleObjects<>(type);
        return Serdes.serdeFrom(
                (_, value) -> value == null ? null : records.write(value, NOTHING),
                (_, bytes) -> bytes == null ? null : records.read(bytes).record());
    }

    /// A snapshot, and behind it the ids of accepted facts. Releases that knew no such ids wrote the snapshot alone,
    /// and read it out of this; a repeat of what was accepted meanwhile is then judged as if it were new.
    static Serde<StoredPeering> ofPeerings() {
        var snapshots = new SingleObjects<>(PeeringSnapshot.class);
        return Serdes.serdeFrom(
                (_, value) -> value == null
                        ? null
                        : snapshots.write(value.snapshot(), value.accepted().bytes()),
                (_, bytes) -> bytes == null ? null : peering(snapshots.read(bytes)));
    }

    private static StoredPeering peering(SingleObjects.Read<PeeringSnapshot> read) {
        try {
            return new StoredPeering(read.record(), AcceptedFacts.of(read.rest()));
        } catch (IllegalArgumentException e) {
            throw new ProcessorStateException(
                    "What is stored of " + read.record().getPeeringId() + " cannot be read by this release.", e);
        }
    }

    /// Size of a record in Avro binary.
    static int sizeInBytes(SpecificRecord it) {
        try (var counted = new Counted()) {
            var encoder = EncoderFactory.get().binaryEncoder(counted, null);
            WRITERS.get(it.getClass()).write(it, encoder);
            encoder.flush();
            return counted.bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps nothing of what is written.
    private static final class Counted extends OutputStream {

        private int bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
