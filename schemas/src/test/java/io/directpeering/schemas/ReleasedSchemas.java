package io.directpeering.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.avro.Schema;

/// The schemas that went out: `released/<n>/<subject>.avsc`, n = 1, 2, 3 …
///
/// Run as a program (`mvn -f schemas/pom.xml test-compile exec:java`, see CONTRIBUTING) it writes the next release.
final class ReleasedSchemas {

    static final Path FOLDER = Path.of("src/main/resources/released");

    private ReleasedSchemas() {}

    /// Writes the current schemas as the next release.
    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(FOLDER.resolve(String.valueOf(all().size() + 1)));
        for (var subject : current().entrySet()) {
            Files.writeString(
                    folder.resolve(subject.getKey() + ".avsc"),
                    subject.getValue().toString(true) + "\n");
        }
        System.out.println("Released " + current().size() + " schemas to " + folder);
    }

    /// Schemas of this source tree, by subject.
    static Map<String, Schema> current() {
        var subjects = new TreeMap<String, Schema>();
        Topics.all().forEach(topic -> subjects.putAll(topic.subjects()));
        return subjects;
    }

    /// Every release, oldest first: number → subject → schema.
    static Map<Integer, Map<String, Schema>> all() {
        try (var folders = Files.list(FOLDER)) {
            return folders.collect(Collectors.toMap(
                    folder -> Integer.valueOf(folder.getFileName().toString()),
                    ReleasedSchemas::read,
                    (one, other) -> one,
                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Schema> read(Path release) {
        try (var files = Files.list(release)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".avsc", ""), ReleasedSchemas::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
