package io.directpeering.request.topology;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/// The clients that Streams would make by itself, except that a thread which has handled records is back in time to
/// commit them. By itself it first waits for the next records (`poll.ms`, 100 ms), however short the commit interval
/// is: a transition that follows shortly on another would reach the other services that much later.
///
/// @param commitInterval as Streams has it
record PromptClients(Duration commitInterval) implements KafkaClientSupplier {

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new Prompt(config, commitInterval);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static final class Prompt extends KafkaConsumer<byte[], byte[]> {

        private final Duration commitInterval;
        private boolean handedOut;

        Prompt(Map<String, Object> config, Duration commitInterval) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.commitInterval = commitInterval;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            var records = super.poll(handedOut && commitInterval.compareTo(timeout) < 0 ? commitInterval : timeout);
            handedOut = !records.isEmpty();
            return records;
        }
    }
}
