package io.directpeering.request.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Any record of the contract without a registry: single-object encoding, told apart by the schema's fingerprint.
final class PlainSerde {

    private static final int FINGERPRINT_OFFSET = 2;

    private PlainSerde() {}

    static Serde<SpecificRecord> serde() {
        Map<Long, Deserializer<? extends SpecificRecord>> byFingerprint = Topics.all().stream()
                .map(Topic::records)
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        type -> SchemaNormalization.parsingFingerprint64(
                                SpecificData.get().getSchema(type)),
                        PlainSerde::deserializer));
        return Serdes.serdeFrom(
                (topic, value) -> bytes(value),
                (topic, bytes) -> bytes == null
                        ? null
                        : Objects.requireNonNull(byFingerprint.get(fingerprint(bytes)), "no such schema")
                                .deserialize(topic, bytes));
    }

    private static <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        var model = SpecificData.getForClass(type);
        var decoder = new BinaryMessageDecoder<T>(model, model.getSchema(type));
        return (_, bytes) -> unchecked(bytes, decoder::decode);
    }

    private static byte[] bytes(SpecificRecord it) {
        var model = SpecificData.getForClass(it.getClass());
        return unchecked(
                it,
                value -> new BinaryMessageEncoder<SpecificRecord>(model, value.getSchema())
                        .encode(value)
                        .array());
    }

    private static long fingerprint(byte[] bytes) {
        if (bytes.length < FINGERPRINT_OFFSET + Long.BYTES) {
            throw new IllegalArgumentException("These bytes are no record.");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_OFFSET);
    }

    private interface Coding<A, B> {
        B apply(A value) throws IOException;
    }

    private static <A, B> B unchecked(A value, Coding<A, B> coding) {
        try {
            return coding.apply(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
