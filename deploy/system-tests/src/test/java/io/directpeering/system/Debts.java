package io.directpeering.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import static org.assertj.core.api.Assertions.assertThat;

/// What is still to be done: facts in the outbox, records that a group has not read.
record Debts(Suite suite) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    void areNone() throws Exception {
        assertThat(outboxRows()).as("rows in the outbox").isZero();
        assertThat(lag())
                .as("records not read, by group")
                .isNotEmpty()
                .allSatisfy((group, records) -> assertThat(records).as(group).isZero());
    }

    private double outboxRows() throws IOException, InterruptedException {
        var metrics = HTTP.send(
                HttpRequest.newBuilder(URI.create(suite.serviceUrl(Topics.REQUEST_SERVICE) + "/q/metrics"))
                        .build(),
                BodyHandlers.ofString());
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith("outbox_rows"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no outbox_rows among the metrics"));
    }

    /// Records behind what each group has committed. They are read, not reckoned from offsets: a transaction's end
    /// takes
    /// an offset, too, which nobody commits.
    private Map<String, Long> lag() throws IOException, ExecutionException, InterruptedException {
        var lag = new HashMap<String, Long>();
        try (var admin = Admin.create(suite.kafka())) {
            for (var group : admin.listGroups().all().get()) {
                var committed = new HashMap<>(admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get());
                committed.values().removeIf(Objects::isNull);
                lag.put(group.groupId(), recordsAfter(committed));
            }
        }
        return lag;
    }

    private long recordsAfter(Map<TopicPartition, OffsetAndMetadata> committed) throws IOException {
        var settings = new HashMap<>(suite.kafka());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(committed.keySet());
            committed.forEach(consumer::seek);
            var ends = consumer.endOffsets(committed.keySet());
            var records = 0L;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                records += consumer.poll(Duration.ofMillis(100)).count();
            }
            return records;
        }
    }
}
