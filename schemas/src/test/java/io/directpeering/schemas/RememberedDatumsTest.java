package io.directpeering.schemas;

import java.util.Map;

import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.directpeering.events.Approved;
import io.directpeering.events.Rejected;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RememberedDatumsTest {

    private static final Schema APPROVED = Approved.getClassSchema();

    private final RememberedDatums<SpecificRecord> datums = new RememberedDatums<>();

    @BeforeEach
    void configure() {
        datums.configure(new AvroSerdeConfig(Map.copyOf(WireFormat.settings("http://registry.example"))));
    }

    @Test
    void readerAndWriterAreMadeOnceForEachSchema() {
        // Given
        var record = new Approved();
        var alike = new Schema.Parser().parse(APPROVED.toString());

        // When
        var writer = datums.createDatumWriter(record, APPROVED);
        var reader = datums.createDatumReader(APPROVED);

        // Then
        assertThat(datums.createDatumWriter(record, alike)).isSameAs(writer);
        assertThat(datums.createDatumReader(alike)).isSameAs(reader);
        assertThat(datums.createDatumWriter(new Rejected(), Rejected.getClassSchema()))
                .isNotSameAs(writer);
        assertThat(datums.createDatumReader(Rejected.getClassSchema())).isNotSameAs(reader);
    }

    @Test
    void recordOfNoClassIsRefusedEachTime() {
        // Given
        var unknown =
                SchemaBuilder.record("Nobodys").namespace("io.example").fields().endRecord();

        // When
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> datums.createDatumReader(unknown))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Nobodys");
        }
    }
}
