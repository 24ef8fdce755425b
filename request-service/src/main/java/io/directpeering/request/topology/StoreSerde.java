package io.directpeering.request.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        var counted = new ByteArrayOutputStream();
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(counted, null);
            new SpecificDatumWriter<>(it.getSchema(), SpecificData.getForClass(it.getClass())).write(it, encoder);
            return counted.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
