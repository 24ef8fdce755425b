package io.directpeering.request.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.schemas.Releases;
import io.directpeering.schemas.Topics;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/// Facts as bytes in a row: Avro's single-object encoding, which needs no registry. The registry is asked when a
/// fact is sent, so its outage delays facts and loses none.
final class FactCodec {

    private static final Map<String, BinaryMessageDecoder<SpecificRecord>> DECODERS = Stream.of(
                    Topics.PEERING_EVENTS, Topics.PEER_ASN_REGISTRATIONS)
            .flatMap(topic -> topic.records().stream())
            .collect(Collectors.toMap(Class::getSimpleName, decoder()));

    private FactCodec() {}

    private static Function<Class<? extends SpecificRecord>, BinaryMessageDecoder<SpecificRecord>> decoder() {
        return type -> {
            var model = SpecificData.getForClass(type);
            return new BinaryMessageDecoder<>(model, model.getSchema(type), Releases.of(type.getSimpleName()));
        };
    }

    static byte[] encode(SpecificRecord fact) {
        var model = SpecificData.getForClass(fact.getClass());
        var bytes = new ByteArrayOutputStream();
        try {
            new BinaryMessageEncoder<>(model, fact.getSchema()).encode(fact, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen in memory", e);
        }
        return bytes.toByteArray();
    }

    static SpecificRecord decode(String type, byte[] bytes) {
        var decoder = DECODERS.get(type);
        if (decoder == null) {
            throw new IllegalStateException("The outbox holds a " + type + ", which is no fact of the front door");
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The outbox holds a " + type + " that cannot be read", e);
        }
    }
}
