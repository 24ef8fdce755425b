package io.directpeering.local.parts;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// One Kafka node, broker and controller, in this JVM.
///
/// Uses classes that Kafka calls internal; it is therefore small and pinned to the broker's version in the
/// parent pom.
public final class Broker implements AutoCloseable {

    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Starts a node on the loopback interface; formats its data folder when that is new.
    ///
    /// @param data           folder for the log; kept when it holds one already
    /// @param port           port for clients
    /// @param controllerPort port for the quorum
    /// @throws Exception the folder cannot be used or a port is taken; the message is Kafka's
    public static Broker start(Path data, int port, int controllerPort) throws Exception {
        format(data, 1, Uuid.randomUuid().toString(), CONTROLLER_LISTENER);
        var settings = new HashMap<>(settings(data));
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        // One node: Kafka's own topics have one replica.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new Broker(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /// Makes the folder of a node when it is new.
    ///
    /// @param node      its number
    /// @param clusterId of the cluster that it belongs to
    public static void format(Path data, int node, String clusterId, String controllerListener) throws Exception {
        Files.createDirectories(data);
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setNodeId(node)
                .setClusterId(clusterId)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(controllerListener)
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .run();
    }

    /// What a node on one machine has, be it alone or one of several.
    public static Map<String, String> settings(Path data) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "log.dirs",
                data.toString(),
                "auto.create.topics.enable",
                "false",
                "group.initial.rebalance.delay.ms",
                "0",
                // Few, so that start-up is quick
                "offsets.topic.num.partitions",
                "4",
                "transaction.state.log.num.partitions",
                "4",
                // The default offers 128 MiB of log cleaner buffers per thread, far more than one machine's topics
                // need.
                "log.cleaner.dedupe.buffer.size",
                "16777216");
    }
}
