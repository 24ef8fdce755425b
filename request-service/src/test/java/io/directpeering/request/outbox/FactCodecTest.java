package io.directpeering.request.outbox;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.EventMetadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactCodecTest {

    @Test
    void givesBackWhatItWasGiven() {
        // Given
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                Instant.parse("2026-11-22T19:00:00.123Z"),
                "request-service",
                "anna",
                null,
                null);
        var fact = new DeprovisionRequested(metadata, "moving out");

        // When
        var bytes = FactCodec.encode(fact);

        // Then
        assertThat(FactCodec.decode("DeprovisionRequested", bytes)).isEqualTo(fact);
    }
}
