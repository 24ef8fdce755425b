package io.directpeering.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/// The schemas that went out: resources `released/<n>/<subject>.avsc`, n = 1, 2, 3 … What a release wrote can be
/// read by every later one, from the registry or, where bytes are kept without one, with these.
public final class Releases {

    /// Number of the latest.
    static final int LATEST = 2;

    private Releases() {}

    /// Every schema that a record of the contract ever had, for Avro's single-object encoding; empty for a record that
    /// is not of the contract.
    public static SchemaStore.Cache of(String recordName) {
        var known = new SchemaStore.Cache();
        Topics.all().stream()
                .flatMap(topic -> topic.subjects().keySet().stream())
                .filter(subject -> subject.endsWith("-" + recordName))
                .flatMap(subject -> IntStream.rangeClosed(1, LATEST)
                        .mapToObj(release -> "/released/" + release + "/" + subject + ".avsc"))
                .filter(path -> Releases.class.getResource(path) != null)
                .forEach(path -> known.addSchema(read(path)));
        return known;
    }

    private static Schema read(String path) {
        try (var in = Releases.class.getResourceAsStream(path)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
