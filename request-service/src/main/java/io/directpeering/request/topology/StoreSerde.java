package io.directpeering.request.topology;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.ProcessorStateException;

/// How records stand in stores and their changelogs: Avro's single-object encoding, which begins with the
/// fingerprint of the writer's schema. Needs no registry, and reads what an older release wrote.
public final class StoreSerde {

    private static final ClassValue<SpecificDatumWriter<Object>> WRITERS = new ClassValue<>() {
        @Override
        protected SpecificDatumWriter<Object> computeValue(Class<?> type) {
            var model = SpecificData.getForClass(type);
            return new SpecificDatumWriter<>(model.getSchema(type), model);
        }
    };

    private StoreSerde() {}

    public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        var model = SpecificData.getForClass(type);
        var schema = model.getSchema(type);
        var encoder = new BinaryMessageEncoder<T>(model, schema);
        var decoder = new BinaryMessageDecoder<T>(model, schema, ReleasedSchemas.of(schema.getName()));
        return Serdes.serdeFrom(
                (_, value) -> value == null ? null : encoded(encoder, value),
                (_, bytes) -> bytes == null ? null : decoded(decoder, bytes));
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

    private static <T> byte[] encoded(BinaryMessageEncoder<T> encoder, T value) {
        try {
            var buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T decoded(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new ProcessorStateException("What is stored cannot be read by this release.", e);
        }
    }
}
