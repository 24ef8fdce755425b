package io.directpeering.schemas;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.RegistrationMetadata;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// CloudEvents attributes in binary content mode (Kafka protocol binding 1.0.2), derived from the metadata
/// that every event starts with: `ce_specversion, ce_id, ce_type, ce_source, ce_subject, ce_time`.
///
/// A producer interceptor, so that no sender can forget them.
public final class CloudEventHeaders implements ProducerInterceptor<Object, Object> {

    /// The metadata that a fact about a peering and what comes of it start with; empty for any other record.
    public static Optional<EventMetadata> metadataOf(SpecificRecord event) {
        return first(event) instanceof EventMetadata metadata ? Optional.of(metadata) : Optional.empty();
    }

    private static @Nullable Object first(SpecificRecord event) {
        return event.getSchema().getField("metadata") instanceof Schema.Field field ? event.get(field.pos()) : null;
    }

    /// Adds the attributes of an event to its headers, replacing what stands there under the same names.
    public static void add(Headers headers, @Nullable Object value) {
        if (!(value instanceof SpecificRecord event)) {
            return;
        }
        switch (first(event)) {
            case EventMetadata it ->
                add(
                        headers,
                        event,
                        it.getEventId(),
                        it.getStatedBy(),
                        it.getPeeringId().toString(),
                        it.getOccurredAt());
            case RegistrationMetadata it ->
                add(headers, event, it.getEventId(), it.getStatedBy(), "AS" + it.getPeerAsn(), it.getOccurredAt());
            case null, default -> {
                // No event: a snapshot.
            }
        }
    }

    private static void add(
            Headers headers, SpecificRecord event, UUID id, String statedBy, String subject, Instant occurredAt) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", event.getSchema().getFullName());
        put(headers, "ce_source", "/" + statedBy);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", occurredAt.toString());
    }

    private static void put(Headers headers, String name, String text) {
        headers.remove(name);
        headers.add(name, text.getBytes(UTF_8));
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> sent) {
        add(sent.headers(), sent.value());
        return sent;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
        // Nothing to do: the headers were added before the record was sent.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Has no settings.
    }
}
