package io.directpeering.request.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.errors.ProcessorStateException;

/// Records in Avro's single-object encoding: a mark of two bytes, the fingerprint of the writer's schema, the record.
/// Read with a decoder over the array, which takes about half the time of
/// [org.apache.avro.message.BinaryMessageDecoder]
/// (1.12), byte by byte out of a stream; and which tells what follows the record.
final class SingleObjects<T extends SpecificRecord> {

    private static final short MARK = (short) 0xC301;
    private static final int HEADER_BYTES = Short.BYTES + Long.BYTES;

    private final SpecificData model;
    private final Schema schema;
    private final BinaryMessageEncoder<T> encoder;
    private final SchemaStore released;
    private final Map<Long, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

    SingleObjects(Class<T> type) {
        model = SpecificData.getForClass(type);
        schema = model.getSchema(type);
        encoder = new BinaryMessageEncoder<>(model, schema, false);
        released = ReleasedSchemas.of(schema.getName());
    }

    /// @param rest what stood behind it
    record Read<T>(T record, byte[] rest) {}

    /// @param rest to stand behind it
    byte[] write(T record, byte[] rest) {
        try {
            var written = encoder.encode(record);
            return ByteBuffer.allocate(written.remaining() + rest.length)
                    .put(written)
                    .put(rest)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws ProcessorStateException no release wrote this
    Read<T> read(byte[] bytes) {
        try {
            var reader = readers.computeIfAbsent(fingerprint(bytes), this::reader);
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            var record = reader.read(null, decoder);
            var rest = decoder.inputStream();
            // Not readAllBytes, which takes 16 kB for whatever there is.
            return new Read<>(record, rest.readNBytes(rest.available()));
        } catch (IOException | RuntimeException e) {
            // Whatever it is, of a UUID that is none, too: the store is to blame, not the fact that is being judged.
            throw new ProcessorStateException("What is stored cannot be read by this release.", e);
        }
    }

    private static long fingerprint(byte[] bytes) throws IOException {
        if (bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getShort() != MARK) {
            throw new IOException("It is no record in single-object encoding.");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Short.BYTES);
    }

    private SpecificDatumReader<T> reader(long fingerprint) {
        var written = released.findByFingerprint(fingerprint);
        if (written == null) {
            throw new AvroRuntimeException(
                    "No release wrote " + schema.getName() + " by a schema of fingerprint " + fingerprint + ".");
        }
        return new SpecificDatumReader<>(written, schema, model);
    }
}
