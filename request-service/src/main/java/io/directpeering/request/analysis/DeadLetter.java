package io.directpeering.request.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Puts a record aside that no row can be made of: as it came, with the cause in the headers that the service's
/// channels
/// use. There is no producer before there is such a record.
final class DeadLetter implements AutoCloseable {

    private static final String TOPIC =
            Topics.deadLetter(Topics.REQUEST_SERVICE).name();

    private final Map<String, Object> broker;
    private @Nullable Producer<byte[], byte[]> producer;

    /// @param broker address of the broker and how it is spoken to
    DeadLetter(Map<String, Object> broker) {
        this.broker = broker;
    }

    /// Returns when the broker has it.
    void put(ConsumerRecord<byte[], byte[]> record, Exception cause) throws InterruptedException {
        var letter = new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers());
        head(letter.headers(), "topic", record.topic());
        head(letter.headers(), "partition", Integer.toString(record.partition()));
        head(letter.headers(), "offset", Long.toString(record.offset()));
        head(letter.headers(), "reason", String.valueOf(cause.getMessage()));
        head(letter.headers(), "exception-class-name", cause.getClass().getName());
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter does not take the record", e.getCause());
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(broker);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, Topics.REQUEST_SERVICE + "-analysis-dead-letter");
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static void head(Headers headers, String name, String value) {
        headers.add("dead-letter-" + name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
