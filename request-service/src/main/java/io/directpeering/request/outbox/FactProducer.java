package io.directpeering.request.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import io.smallrye.common.annotation.Identifier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one producer of the front door. Gives up on a record before the row's lease ends: the sweep is what retries.
@Singleton
final class FactProducer {

    private static final int MAX_BLOCK_MS = 1_000;
    private static final int REQUEST_TIMEOUT_MS = 2_000;
    private static final int DELIVERY_TIMEOUT_MS = 4_500;

    @Produces
    @Singleton
    Producer<String, SpecificRecord> producer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "peering.registry.url") String registryUrl) {
        var settings = new HashMap<String, Object>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, Topics.REQUEST_SERVICE + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // What comes while a request is under way goes together in the next, for which the broker flushes once.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        settings.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, CloudEventHeaders.class.getName());
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                WireFormat.<SpecificRecord>serde(registryUrl).serializer());
    }

    void close(@Disposes Producer<String, SpecificRecord> producer) {
        producer.close(Duration.ofMillis(DELIVERY_TIMEOUT_MS));
    }
}
