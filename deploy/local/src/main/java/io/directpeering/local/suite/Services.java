package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;
import io.directpeering.schemas.Topics;

import static io.directpeering.local.parts.Database.USER;

/// The four services: where each is and what it starts with.
public enum Services {
    REQUEST(Topics.REQUEST_SERVICE, "request", Port.REQUEST_SERVICE),
    APPROVAL(Topics.APPROVAL_SERVICE, "approval", Port.APPROVAL_SERVICE),
    PROVISIONING(Topics.PROVISIONING_SERVICE, "provisioning", Port.PROVISIONING_SERVICE),
    NOTIFICATION(Topics.NOTIFICATION_SERVICE, "notification", Port.NOTIFICATION_SERVICE);

    private final String serviceName;
    private final String database;
    private final Port port;

    Services(String serviceName, String database, Port port) {
        this.serviceName = serviceName;
        this.database = database;
        this.port = port;
    }

    /// All but those named.
    ///
    /// @throws Trouble there is no service of such a name
    public static Set<Services> without(Collection<String> names) {
        var wanted = EnumSet.allOf(Services.class);
        for (var name : names) {
            if (!wanted.removeIf(service -> service.serviceName.equals(name))) {
                throw new Trouble("There is no service '%s'. There are: %s."
                        .formatted(
                                name,
                                Stream.of(values()).map(Services::serviceName).collect(Collectors.joining(", "))));
            }
        }
        return wanted;
    }

    public String serviceName() {
        return serviceName;
    }

    public String database() {
        return database;
    }

    public Port port() {
        return port;
    }

    /// Where it says whether it takes traffic.
    public String readiness(Layout layout) {
        return layout.url(port) + "/q/health/ready";
    }

    Path jar(Layout layout) {
        return layout.root().resolve(serviceName).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// @throws Trouble     it is not built
    /// @throws IOException a secret of this installation cannot be read
    Child child(Layout layout, Operator operator, String password, Caches caches) throws IOException {
        return child(new Replica(this, 1), layout, operator, password, caches);
    }

    Child child(Replica replica, Layout layout, Operator operator, String password, Caches caches) throws IOException {
        var jar = jar(layout);
        if (!Files.exists(jar)) {
            throw new Trouble("%s is not built: there is no %s. ./peering build makes it.".formatted(serviceName, jar));
        }
        var command = new ArrayList<>(List.of(Child.java()));
        // Quick to start and small, which is what one machine needs; see JavaOptions for who wants it otherwise.
        command.addAll(List.of("-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(JavaOptions.more());
        command.addAll(caches.options(serviceName, jar));
        command.addAll(List.of("-jar", jar.toString()));
        return new Child(
                replica.name(),
                List.copyOf(command),
                environment(replica, layout, operator, password),
                layout.data(replica.name()),
                new LogFile(layout.log(replica.name())));
    }

    private Map<String, String> environment(Replica replica, Layout layout, Operator operator, String password)
            throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Layout.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(replica.port(layout)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", layout.address(Port.BROKER));
        environment.put("PEERING_REGISTRY_URL", layout.registryUrl());
        environment.put("PEERING_ISSUER_URL", layout.url(Port.ISSUER));
        environment.put("PEERING_CATALOGUE", layout.catalogue().toString());
        environment.put("PEERING_PUBLIC_URL", layout.url(Port.GATEWAY));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", layout.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password);
        environment.put("QUARKUS_MAILER_HOST", Layout.LOOPBACK);
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(layout.port(Port.SMTP)));
        environment.put("PEERING_MAIL_FROM", operator.email());
        environment.put("PEERING_MAIL_OPERATOR_NAME", operator.name());
        environment.put("PEERING_MAIL_OPERATOR_ASN", String.valueOf(operator.asn()));
        environment.put("PEERING_MAIL_PUBLIC_URL", layout.url(Port.GATEWAY));
        environment.put("PEERING_OPERATOR_REVIEW_MAILBOX", operator.email());
        environment.put("PEERING_OPERATOR_NOC_MAILBOX", operator.email());
        if (this == NOTIFICATION) {
            environment.put("PEERING_WEBHOOK_ENCRYPTION_KEYS", Secret.WEBHOOK_KEY.of(layout));
            // Whoever tries webhooks here has the receiver here.
            environment.put("PEERING_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
            environment.put("PEERING_WEBHOOK_ALLOW_HTTP", "true");
        }
        environment.put(
                "PEERING_JUDGE_STATE_DIR",
                layout.data(replica.name()).resolve("stores").toString());
        environment.put("PEERING_JUDGE_APPLICATION_SERVER", Layout.LOOPBACK + ":" + replica.port(layout));
        // Lets an instance that was killed take its partitions back as soon as it is here again.
        environment.put("PEERING_JUDGE_GROUP_INSTANCE_ID", serviceName + "-" + replica.number());
        return environment;
    }
}
