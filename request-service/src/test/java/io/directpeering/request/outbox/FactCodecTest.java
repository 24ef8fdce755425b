package io.directpeering.request.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.EventMetadata;
import io.directpeering.schemas.Releases;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactCodecTest {

    private static final EventMetadata METADATA = new EventMetadata(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            Instant.parse("2026-11-22T19:00:00.123Z"),
            "request-service",
            "anna",
            null,
            null);

    @Test
    void givesBackWhatItWasGiven() {
        // Given
        var fact = new DeprovisionRequested(METADATA, "moving out");

        // When
        var bytes = FactCodec.encode(fact);

        // Then
        assertThat(FactCodec.decode("DeprovisionRequested", bytes)).isEqualTo(fact);
    }

    /// A row that the first release left behind, sent by this one after the upgrade.
    @Test
    void readsWhatTheFirstReleaseWrote() throws IOException {
        // Given
        var released = released(1, "peering-events-DeprovisionRequested");
        var row = encodedAsThen(new GenericRecordBuilder(released)
                .set(
                        "metadata",
                        new GenericRecordBuilder(released.getField("metadata").schema())
                                .set("eventId", METADATA.getEventId().toString())
                                .set("peeringId", METADATA.getPeeringId().toString())
                                .set("occurredAt", METADATA.getOccurredAt().toEpochMilli())
                                .set("statedBy", METADATA.getStatedBy())
                                .set("actor", METADATA.getActor())
                                .build())
                .set("reason", "moving out")
                .build());

        // When
        var fact = FactCodec.decode("DeprovisionRequested", row);

        // Then
        assertThat(released.getField("metadata").schema().getField("expects"))
                .as("the first release knew no expected sequence")
                .isNull();
        assertThat(fact).isEqualTo(new DeprovisionRequested(METADATA, "moving out"));
    }

    private static byte[] encodedAsThen(GenericRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(new GenericData(), record.getSchema()).encode(record, bytes);
        return bytes.toByteArray();
    }

    private static Schema released(int release, String subject) throws IOException {
        try (var in = Releases.class.getResourceAsStream("/released/" + release + "/" + subject + ".avsc")) {
            return new Schema.Parser().parse(in);
        }
    }
}
