package io.directpeering.backends;

import java.nio.file.Path;
import java.util.Map;

import io.directpeering.local.parts.Broker;
import io.directpeering.local.parts.Ports;
import io.directpeering.local.parts.TopicDeclaration;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// A broker with the topics of the contract declared.
record TestBroker(String bootstrapServers, AutoCloseable part) {

    private static final String IMAGE = System.getProperty("backend.kafka.image", "apache/kafka:4.3.1");
    private static final TopicDeclaration TOPICS = new TopicDeclaration(4, (short) 1);

    static TestBroker start(Path scratch) throws Exception {
        var started = Engine.provides("broker", IMAGE) ? fromImage() : embedded(scratch.resolve("broker"));
        TOPICS.declare(Map.of("bootstrap.servers", started.bootstrapServers()));
        return started;
    }

    private static TestBroker fromImage() {
        var container = new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new TestBroker(container.getBootstrapServers(), container);
    }

    private static TestBroker embedded(Path data) throws Exception {
        var broker = Broker.start(data, Ports.free(), Ports.free());
        return new TestBroker(broker.bootstrapServers(), broker);
    }
}
