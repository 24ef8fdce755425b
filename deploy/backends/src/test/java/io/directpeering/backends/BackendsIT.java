package io.directpeering.backends;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.LinkTest;
import io.directpeering.events.LinkTested;
import io.directpeering.local.parts.Database;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(BackendsExtension.class)
class BackendsIT {

    @Test
    void factTravelsWithItsHeadersAndComesBackAsItsType(Backends backends) throws Exception {
        // Given
        var peering = UUID.randomUUID();
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                peering,
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "provisioning-service",
                "noc@peer.example",
                2L,
                null);
        var fact = new LinkTested(metadata, new LinkTest(true, 5, 5, 0.8, null, null, null));

        // When
        send(backends, fact);

        // Then
        var received = receive(backends);
        assertThat(received.key()).isEqualTo(peering.toString());
        assertThat(received.value()).isEqualTo(fact);
        assertThat(new String(received.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.directpeering.events.LinkTested");
    }

    @Test
    void databaseKeepsWhatIsWrittenAndIsTheSameWhenAskedAgain(Backends backends) throws Exception {
        // Given
        try (var connection = DriverManager.getConnection(backends.jdbcUrl("backends"), Database.USER, Database.USER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ports (name text PRIMARY KEY)");
            statement.execute("INSERT INTO ports VALUES ('et-0/0/1')");
        }

        // When
        var again = backends.jdbcUrl("backends");

        // Then
        try (var connection = DriverManager.getConnection(again, Database.USER, Database.USER);
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM ports")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private static void send(Backends backends, LinkTested fact) throws Exception {
        var serde = WireFormat.<SpecificRecord>serde(backends.registryUrl());
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", backends.bootstrapServers(),
                "interceptor.classes", CloudEventHeaders.class.getName());
        try (serde;
                var producer = new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            var key = fact.getMetadata().getPeeringId().toString();
            producer.send(new ProducerRecord<>(Topics.PEERING_EVENTS.name(), key, fact))
                    .get();
        }
    }

    private static ConsumerRecord<String, SpecificRecord> receive(Backends backends) {
        var serde = WireFormat.<SpecificRecord>serde(backends.registryUrl());
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", backends.bootstrapServers(), "group.id", "it", "auto.offset.reset", "earliest");
        try (serde;
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), serde.deserializer())) {
            consumer.subscribe(List.of(Topics.PEERING_EVENTS.name()));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }
}
