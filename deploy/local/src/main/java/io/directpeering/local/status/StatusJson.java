package io.directpeering.local.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Database;
import io.directpeering.local.suite.Services;

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
        for (var service : Services.values()) {
            put(services.putObject(service.serviceName()), status, service.serviceName())
                    .put("url", layout.url(service.port()));
        }
        put(root.putObject("broker"), status, "broker").put("bootstrapServers", layout.address(Port.BROKER));
        put(root.putObject("registry"), status, "registry")
                .put("url", layout.registryUrl())
                .put("confluentUrl", layout.confluentRegistryUrl());
        database(put(root.putObject("database"), status, "database"), layout);
        put(root.putObject("mail"), status, "mail sink")
                .put("smtp", layout.address(Port.SMTP))
                .put("folder", layout.mails().toString());
        return root.toPrettyString();
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
