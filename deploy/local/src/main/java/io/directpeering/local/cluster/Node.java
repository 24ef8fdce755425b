package io.directpeering.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Broker;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;

import static java.util.stream.Collectors.joining;

/// One of several brokers: a process, broker and controller both.
///
/// @param number 1, 2, …
record Node(Brokers all, int number) {

    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLERS = "CONTROLLERS";
    private static final String HEAP = "-Xmx320m";
    private static final String LOG_FORMAT =
            "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

    String name() {
        return "broker-" + number;
    }

    /// Where clients reach it.
    int port() {
        return layout().port(Port.BROKER, number);
    }

    /// Makes its folder when that is new, and writes its settings.
    ///
    /// @param principals whom it lets in
    /// @param clusterId  the same for all
    Child prepared(List<Principal> principals, String clusterId) throws Exception {
        var data = layout().data(name());
        Broker.format(data, number, clusterId, CONTROLLERS);
        var settings = layout().run().resolve(name() + ".properties");
        Files.deleteIfExists(settings);
        Secret.write(settings, text(settings(data, principals)));
        return new Child(name(), command(settings), Map.of(), data, new LogFile(layout().log(name())));
    }

    private static List<String> command(Path settings) {
        var command = new ArrayList<>(List.of(Child.java(), HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(LOG_FORMAT, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("kafka.Kafka", settings.toString()));
        return List.copyOf(command);
    }

    private Map<String, String> settings(Path data, List<Principal> principals) throws IOException {
        var settings = new TreeMap<>(Broker.settings(data));
        settings.put("node.id", String.valueOf(number));
        settings.put("controller.quorum.voters", voters());
        settings.put("controller.listener.names", CONTROLLERS);
        settings.put(
                "listeners",
                "%s://%s,%s://%s"
                        .formatted(
                                CLIENTS, layout().address(Port.BROKER, number),
                                CONTROLLERS, layout().address(Port.BROKER_CONTROLLER, number)));
        settings.put("advertised.listeners", CLIENTS + "://" + layout().address(Port.BROKER, number));
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put(
                "listener.security.protocol.map",
                "%s:SASL_PLAINTEXT,%s:SASL_PLAINTEXT".formatted(CLIENTS, CONTROLLERS));

        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        var doorkeeper = doorkeeper(principals);
        settings.put("listener.name.clients.plain.sasl.jaas.config", doorkeeper);
        settings.put("listener.name.controllers.plain.sasl.jaas.config", doorkeeper);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + Principal.ADMIN);
        settings.put("allow.everyone.if.no.acl.found", "false");

        var copies = String.valueOf(all.replicationFactor());
        var inSync = String.valueOf(all.inSync());
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", inSync);
        settings.put("offsets.topic.replication.factor", copies);
        settings.put("transaction.state.log.replication.factor", copies);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("share.coordinator.state.topic.replication.factor", copies);
        settings.put("share.coordinator.state.topic.min.isr", inSync);
        return settings;
    }

    private String voters() {
        return all.numbers()
                .mapToObj(node -> node + "@" + layout().address(Port.BROKER_CONTROLLER, node))
                .collect(joining(","));
    }

    /// Whom it lets in, and as whom it goes to the others.
    private String doorkeeper(List<Principal> principals) throws IOException {
        var admin = new Principal(layout(), Principal.ADMIN);
        var text = new StringBuilder(Principal.login(admin.name(), admin.password()));
        text.setLength(text.length() - 1);
        for (var principal : principals) {
            text.append(" user_%s=\"%s\"".formatted(principal.name(), principal.password()));
        }
        return text.append(';').toString();
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(joining());
    }

    private Layout layout() {
        return all.layout();
    }
}
