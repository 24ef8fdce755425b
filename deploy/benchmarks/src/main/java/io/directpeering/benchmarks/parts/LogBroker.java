package io.directpeering.benchmarks.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.local.parts.Broker;
import io.directpeering.local.parts.Ports;
import io.directpeering.local.parts.TopicDeclaration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

/// One broker in this JVM.
public final class LogBroker implements AutoCloseable {

    private static final String ALL_BROKERS = "";
    private static final int PARTITIONS = 4;

    private final Broker broker;
    private final Path data;

    private LogBroker(Broker broker, Path data) {
        this.broker = broker;
        this.data = data;
    }

    /// Starts an empty one.
    public static LogBroker start(Surroundings surroundings) throws Exception {
        var data = surroundings.scratch().resolve("broker");
        var broker = Broker.start(data, Ports.free(), Ports.free());
        make(broker.bootstrapServers(), surroundings.durability());
        return new LogBroker(broker, data);
    }

    /// Starts one that has the topics of the suite, with as many partitions as the local run's.
    public static LogBroker withTopics(Surroundings surroundings) throws Exception {
        var broker = start(surroundings);
        new TopicDeclaration(PARTITIONS, (short) 1).declare(Map.of("bootstrap.servers", broker.bootstrapServers()));
        return broker;
    }

    /// Makes brokers as durable as the class says. A default of the whole cluster, so it holds for topics that are
    /// there and for those to come, Kafka's own included.
    public static void make(String bootstrapServers, Durability durability) throws Exception {
        var flush = new AlterConfigOp(
                new ConfigEntry("log.flush.interval.messages", "1"),
                switch (durability) {
                    case strict -> OpType.SET;
                    case replicated -> OpType.DELETE;
                });
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(Type.BROKER, ALL_BROKERS), List.of(flush)))
                    .all()
                    .get();
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /// What its partitions hold.
    public Stored stored() throws IOException {
        return new Stored(0, 0, logBytes(data));
    }

    /// Bytes of the segments below a folder.
    public static long logBytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            long sum = 0;
            for (var file :
                    files.filter(each -> each.toString().endsWith(".log")).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
