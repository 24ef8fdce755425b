package io.directpeering.provisioning.fact;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/// Records of the contract in a column: Avro's single-object encoding, the schema's fingerprint before the data.
public final class AvroBytes {

    /// What each finds out about its schema, it keeps; they may be shared by threads.
    private static final ClassValue<BinaryMessageDecoder<?>> DECODERS = new ClassValue<>() {
        @Override
        protected BinaryMessageDecoder<?> computeValue(Class<?> type) {
            // The contract's own model may be of another class loader, where a framework has several.
            var model = new SpecificData(type.getClassLoader());
            SpecificData.getForClass(type).getConversions().forEach(model::addLogicalTypeConversion);
            return new BinaryMessageDecoder<>(model, model.getSchema(type));
        }
    };

    private AvroBytes() {}

    public static byte[] of(SpecificRecord message) {
        try {
            var model = SpecificData.getForClass(message.getClass());
            var encoded = new BinaryMessageEncoder<SpecificRecord>(model, message.getSchema()).encode(message);
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("A " + message.getSchema().getName() + " cannot be encoded", e);
        }
    }

    public static <T extends SpecificRecord> T read(byte[] bytes, Class<T> type) {
        try {
            return type.cast(DECODERS.get(type).decode(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The stored " + type.getSimpleName() + " cannot be decoded", e);
        }
    }

    /// A record of the contract by its name.
    public static SpecificRecord read(byte[] bytes, String recordName) {
        try {
            return read(
                    bytes,
                    Class.forName("io.directpeering.events." + recordName).asSubclass(SpecificRecord.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The contract has no record " + recordName, e);
        }
    }
}
