package io.directpeering.request.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// What a record of a source topic carries.
public final class Incoming {

    private Incoming() {}

    /// @throws Poison it carries nothing
    public static SpecificRecord of(Record<String, @Nullable SpecificRecord> record) {
        var value = record.value();
        if (value == null) {
            throw new Poison("The record has no value: facts are never deleted.");
        }
        return value;
    }
}
