package io.directpeering.subscribe;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.backends.Backends;
import io.directpeering.events.Cause;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.Origin;
import io.directpeering.events.Peer;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes transitions as the judge does, and what a later release of it may write.
final class TheJudge implements Closeable {

    private static final String TOPIC = Topics.PEERING_TRANSITIONS.name();
    private static final Instant NOW = Instant.parse("2026-05-03T14:00:00.123Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Backends backends;
    private final Serde<SpecificRecord> serde;
    private final KafkaProducer<String, byte[]> producer;

    TheJudge(Backends backends) {
        this.backends = backends;
        serde = WireFormat.serde(backends.registryUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Writes a transition, and gives the line that subscribers print of it.
    JsonNode writes(UUID peeringId, long sequence) throws IOException {
        var it = transition(peeringId, sequence);
        var record = new ProducerRecord<>(
                TOPIC, peeringId.toString(), serde.serializer().serialize(TOPIC, it));
        CloudEventHeaders.add(record.headers(), it);
        producer.send(record);
        producer.flush();
        return JSON.readTree(JSON.createObjectNode()
                .put("eventId", it.getMetadata().getEventId().toString())
                .put("peeringId", peeringId.toString())
                .put("sequence", sequence)
                .put("cause", "LinkTested")
                .put("state", "ProvisioningStarted")
                .put("at", NOW.toEpochMilli())
                .toString());
    }

    /// Writes a record of a type that came later.
    void writesSomethingNew(UUID peeringId) throws IOException, InterruptedException {
        var schema = new Schema.Parser().parse("""
                {"type":"record","name":"PeeringRenamed","namespace":"io.directpeering.events",
                 "fields":[{"name":"name","type":"string"}]}""");
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(registered(schema)).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema)
                .write(new GenericRecordBuilder(schema).set("name", "fra-2").build(), encoder);
        encoder.flush();
        var record = new ProducerRecord<>(TOPIC, peeringId.toString(), bytes.toByteArray());
        record.headers().add("ce_type", schema.getFullName().getBytes(UTF_8));
        producer.send(record);
        producer.flush();
    }

    private int registered(Schema schema) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("schema", schema.toString());
        var request = HttpRequest.newBuilder(
                        URI.create(backends.confluentUrl() + "/subjects/" + TOPIC + "-PeeringRenamed/versions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                    .required("id")
                    .asInt();
        }
    }

    private static PeeringTransitioned transition(UUID peeringId, long sequence) {
        return new PeeringTransitioned(
                new EventMetadata(
                        EventIds.ofTransition(peeringId, sequence),
                        peeringId,
                        null,
                        NOW,
                        "request-service",
                        "noc",
                        null,
                        null),
                sequence,
                new Cause(UUID.randomUUID(), "LinkTested", "provisioning-service", NOW, null, null),
                TransitionOutcome.Recorded,
                List.of(),
                new PeeringSnapshot(
                        peeringId,
                        sequence,
                        NOW,
                        PeeringState.ProvisioningStarted,
                        false,
                        Origin.New,
                        "fra-1",
                        "Frankfurt",
                        DirectPeeringType.Edge,
                        new Peer(3320L, "Peer Networks", ValidationState.Approved, List.of()),
                        "noc",
                        NOW,
                        List.of(),
                        null,
                        null));
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}
