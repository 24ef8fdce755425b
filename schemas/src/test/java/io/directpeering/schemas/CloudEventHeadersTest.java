package io.directpeering.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.ValidationState;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CloudEventHeadersTest {

    private static final UUID EVENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID PEERING = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final CloudEventHeaders headers = new CloudEventHeaders();

    @Test
    void headersAreDerivedFromTheMetadata() {
        // Given
        var fact = new DeprovisionRequested(
                new EventMetadata(
                        EVENT,
                        PEERING,
                        null,
                        Instant.parse("2026-05-03T14:00:00Z"),
                        "request-service",
                        "noc",
                        null,
                        null),
                null);

        // When
        var sent = headers.onSend(new ProducerRecord<>("peering-events", "key", fact));

        // Then
        var texts = StreamSupport.stream(sent.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(texts)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", EVENT.toString())
                .containsEntry("ce_type", "io.directpeering.events.DeprovisionRequested")
                .containsEntry("ce_source", "/request-service")
                .containsEntry("ce_subject", PEERING.toString())
                .containsEntry("ce_time", "2026-05-03T14:00:00Z")
                .hasSize(6);
    }

    @Test
    void aRegistrationIsAboutAnAsn() {
        // Given
        var registered = new PeerAsnRegistered(
                new RegistrationMetadata(EVENT, 64496000L, Instant.EPOCH, "request-service", "noc"),
                1L,
                "Peer Networks",
                List.of(),
                ValidationState.Pending);

        // When
        var sent = headers.onSend(new ProducerRecord<>("peer-asn-registrations", "64496000", registered));

        // Then
        assertThat(sent.headers().lastHeader("ce_subject").value())
                .isEqualTo("AS64496000".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sendingAgainDoesNotRepeatAHeader() {
        // Given
        var fact = new DeprovisionRequested(
                new EventMetadata(EVENT, PEERING, null, Instant.EPOCH, "request-service", "noc", null, null), null);
        var once = headers.onSend(new ProducerRecord<>("peering-events", "key", fact));

        // When
        var twice = headers.onSend(once);

        // Then
        assertThat(twice.headers().headers("ce_id")).hasSize(1);
    }

    @Test
    void whatIsNoEventTravelsAsItIs() {
        // Given
        var record = new ProducerRecord<Object, Object>("peering-events", "key", "not an event");

        // When
        var sent = headers.onSend(record);

        // Then
        assertThat(sent.headers()).isEmpty();
    }
}
