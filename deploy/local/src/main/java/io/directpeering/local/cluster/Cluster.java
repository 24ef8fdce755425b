package io.directpeering.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.directpeering.local.process.Child;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/// Several brokers, whom they let in and what they let do.
public final class Cluster {

    private final Brokers brokers;
    private final Rights rights;

    /// @throws IOException the users of the Kubernetes manifests cannot be read
    public Cluster(Brokers brokers) throws IOException {
        this.brokers = brokers;
        this.rights = Rights.of(brokers.layout().root().resolve("deploy/kubernetes/base/platform"));
    }

    /// A broker that can be started.
    ///
    /// @param port where clients reach it
    public record Startable(Child child, int port) {}

    /// Makes what is new of folders, passwords and settings.
    public List<Startable> prepare() throws Exception {
        var principals = principals();
        for (var principal : principals) {
            principal.writeClientFile(brokers.bootstrapServers());
        }
        var id = id();
        var startable = new ArrayList<Startable>();
        for (var number : brokers.numbers().toArray()) {
            var node = new Node(brokers, number);
            startable.add(new Startable(node.prepared(principals, id), node.port()));
        }
        return List.copyOf(startable);
    }

    /// Lets everybody do what the manifests allow, and nothing else. The brokers run.
    public void grant() throws IOException, ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>copyOf(brokers.client(Principal.ADMIN)))) {
            rights.grant(admin);
        }
    }

    private List<Principal> principals() {
        return Stream.concat(Stream.of(Principal.ADMIN), rights.users().stream())
                .map(name -> new Principal(brokers.layout(), name))
                .toList();
    }

    private String id() throws IOException {
        var file = brokers.layout().data("cluster-id");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }
}
