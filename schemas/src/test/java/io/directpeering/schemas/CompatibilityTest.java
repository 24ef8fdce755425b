package io.directpeering.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Every record reads what every release wrote, and every release reads what it writes (FULL_TRANSITIVE).
class CompatibilityTest {

    @Test
    void everyReleaseIsKnownToReaders() {
        assertThat(ReleasedSchemas.all().keySet()).hasSize(Releases.LATEST).contains(Releases.LATEST);
    }

    @TestFactory
    List<DynamicTest> everyReleasedSubjectStaysCompatible() {
        var tests = new ArrayList<DynamicTest>();
        ReleasedSchemas.all()
                .forEach((number, subjects) -> subjects.forEach((subject, released) -> tests.add(
                        dynamicTest(subject + " of release " + number, () -> assertCompatible(subject, released)))));
        return tests;
    }

    @Test
    void whatStandsInTheSourcesIsReleased() {
        // Given
        var releases = ReleasedSchemas.all();
        var latest = Objects.requireNonNull(releases.get(releases.size()));

        // When
        var current = ReleasedSchemas.current();

        // Then
        assertThat(current)
                .as("The schemas differ from the latest release. If that is meant, write the next release: see"
                        + " CONTRIBUTING, \"Adding an event\".")
                .isEqualTo(latest);
    }

    @Test
    void everyEnumHasADefaultSoThatItCanGrow() {
        // Given
        var enums = new ArrayList<Schema>();
        ReleasedSchemas.current().values().forEach(schema -> collectEnums(schema, enums, new ArrayList<>()));

        // When
        var withoutDefault =
                enums.stream().filter(schema -> schema.getEnumDefault() == null).toList();

        // Then
        assertThat(enums).isNotEmpty();
        assertThat(withoutDefault).isEmpty();
    }

    @Test
    void aFieldWithoutDefaultWouldBeCaught() {
        // Given
        var before = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");
        var after = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"new\",\"type\":\"int\"}]}");

        // When
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(after, before);

        // Then
        assertThat(compatibility.getType()).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    private static void assertCompatible(String subject, Schema released) throws Exception {
        var current = ReleasedSchemas.current().get(subject);
        assertThat(current)
                .as("%s was released and is gone: subscribers hold records of it", subject)
                .isNotNull();
        new SchemaValidatorBuilder().mutualReadStrategy().validateLatest().validate(current, List.of(released));
    }

    private static void collectEnums(Schema schema, List<Schema> found, List<String> seen) {
        switch (schema.getType()) {
            case ENUM -> found.add(schema);
            case RECORD -> {
                if (!seen.contains(schema.getFullName())) {
                    seen.add(schema.getFullName());
                    schema.getFields().forEach(field -> collectEnums(field.schema(), found, seen));
                }
            }
            case ARRAY -> collectEnums(schema.getElementType(), found, seen);
            case UNION -> schema.getTypes().forEach(type -> collectEnums(type, found, seen));
            default -> {
                // Holds no other type.
            }
        }
    }
}
