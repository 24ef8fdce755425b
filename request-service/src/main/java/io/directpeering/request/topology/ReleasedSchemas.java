package io.directpeering.request.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

import io.directpeering.schemas.Releases;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/// Schemas that releases wrote stores with: those of the contract, and for records that only stores hold resources
/// `stores/<release>/<record>.avsc`, releases counted from 1. A release that does not change a record has no file for
/// it.
final class ReleasedSchemas {

    /// Number of the latest folder under `stores`.
    static final int LATEST = 3;

    private ReleasedSchemas() {}

    static SchemaStore of(String recordName) {
        var known = Releases.of(recordName);
        IntStream.rangeClosed(1, LATEST)
                .mapToObj(release -> "/stores/" + release + "/" + recordName + ".avsc")
                .filter(path -> ReleasedSchemas.class.getResource(path) != null)
                .forEach(path -> known.addSchema(read(path)));
        return known;
    }

    private static Schema read(String path) {
        try (var in = ReleasedSchemas.class.getResourceAsStream(path)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
