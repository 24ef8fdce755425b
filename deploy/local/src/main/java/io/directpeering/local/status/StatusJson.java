package io.directpeering.local.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directpeering.local.cluster.Principal;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Database;

/// The status for programs: addresses to connect to, states, process ids. Never the password: only where it is.
public final class StatusJson {

    private StatusJson() {}

    public static String of(SuiteStatus status) {
        var layout = status.layout();
        var root = JsonNodeFactory.instance.objectNode();
        root.put("state", status.state()).put("home", layout.home().toString());
        status.run()
                .ifPresent(run ->
                        root.putObject("supervisor").put("pid", run.supervisor().pid()));
        put(root.putObject("gateway"), status, "gateway").put("url", layout.url(Port.GATEWAY));
        var services = root.putObject("services");
        for (var replica : status.scale().all()) {
            put(services.putObject(replica.name()), status, replica.name()).put("url", replica.url(layout));
        }
        broker(root.putObject("broker"), status);
        put(root.putObject("registry"), status, "registry")
                .put("url", layout.registryUrl())
                .put("confluentUrl", layout.confluentRegistryUrl());
        database(put(root.putObject("database"), status, "database"), layout);
        put(root.putObject("mail"), status, "mail sink")
                .put("smtp", layout.address(Port.SMTP))
                .put("folder", layout.mails().toString());
        return root.toPrettyString();
    }

    private static void broker(ObjectNode broker, SuiteStatus status) {
        var brokers = status.brokers();
        put(broker, status, "broker").put("bootstrapServers", brokers.bootstrapServers());
        if (brokers.ask()) {
            broker.put(
                    "clientFile",
                    new Principal(status.layout(), Principal.ADMIN).clientFile().toString());
            var nodes = broker.putObject("nodes");
            brokers.numbers()
                    .mapToObj(number -> "broker-" + number)
                    .forEach(name -> put(nodes.putObject(name), status, name));
        }
    }

    private static void database(ObjectNode database, Layout layout) {
        database.put("host", Layout.LOOPBACK)
                .put("port", layout.port(Port.DATABASE))
                .put("user", Database.USER)
                .put("passwordFile", Secret.DATABASE_PASSWORD.file(layout).toString());
        var names = database.putArray("names");
        SuiteStatus.databases().forEach(names::add);
    }

    private static ObjectNode put(ObjectNode node, SuiteStatus status, String name) {
        for (var part : status.parts()) {
            if (part.name().equals(name)) {
                node.put("state", part.state());
                part.pid().ifPresent(pid -> node.put("pid", pid));
            }
        }
        return node;
    }
}
