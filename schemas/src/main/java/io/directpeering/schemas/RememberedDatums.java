package io.directpeering.schemas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.apicurio.registry.serde.avro.AvroDatumProvider;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;

/// Has readers and writers made once for each schema. The registry's own provider (3.1.7) keeps them, too, but by a
/// fingerprint that it computes anew for every record, which takes longer than to write the record.
///
/// There are as many of them as schemas that were met: those of the registry.
public final class RememberedDatums<T> implements AvroDatumProvider<T> {

    private final AvroDatumProvider<T> made = new DefaultAvroDatumProvider<>();
    private final Map<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();
    private final Map<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();

    @Override
    public void configure(AvroSerdeConfig config) {
        made.configure(config);
    }

    @Override
    public DatumWriter<T> createDatumWriter(T record, Schema schema) {
        return writers.computeIfAbsent(schema, _ -> made.createDatumWriter(record, schema));
    }

    /// @throws IllegalArgumentException there is no class for records of this schema
    @Override
    public DatumReader<T> createDatumReader(Schema written) {
        return readers.computeIfAbsent(written, made::createDatumReader);
    }

    @Override
    public Schema toSchema(T record) {
        return made.toSchema(record);
    }
}
