package io.directpeering.traces;

import java.util.UUID;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HandlingTest {

    private static final UUID PEERING = UUID.fromString("6f1c2d3e-4a5b-4c6d-8e7f-901234567890");

    @Test
    void logLinesSayWhichPeeringTheyAreAboutForAsLongAsItLasts() {
        // Given
        var seen = new Object[2];

        // When
        Handling.ofRecord("peering-events", 0, 7, PEERING.toString(), new RecordHeaders())
                .run(() -> {
                    seen[0] = MDC.get("peeringId");
                    seen[1] = MDC.get("about");
                });

        // Then
        assertThat(seen).containsExactly(PEERING.toString(), "peering=" + PEERING + " ");
        assertThat(MDC.get("peeringId")).isNull();
        assertThat(MDC.get("about")).isNull();
    }

    @Test
    void oneWithinAnotherLeavesTheOuterOnesWords() {
        // When
        try (var _ = Handling.of("outer", null, PEERING)) {
            try (var _ = Handling.of("inner", null, new UUID(1, 2))) {
                assertThat(MDC.get("peeringId")).isEqualTo(new UUID(1, 2).toString());
            }

            // Then
            assertThat(MDC.get("peeringId")).isEqualTo(PEERING.toString());
        }
    }

    @Test
    void aKeyThatIsNoPeeringIsNotSaid() {
        // When
        Handling.ofRecord("peer-asn-registrations", 0, 7, "64496000", new RecordHeaders())
                // Then
                .run(() -> assertThat(MDC.get("peeringId")).isNull());
    }

    @Test
    void aFailureIsPassedOnAndLeavesNoWordsBehind() {
        // When
        assertThatThrownBy(() -> Handling.of("work", null, PEERING).run(() -> {
                    throw new IllegalStateException("as it is");
                }))
                // Then
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as it is");
        assertThat(MDC.get("peeringId")).isNull();
    }
}
