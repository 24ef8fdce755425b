package io.directpeering.local.suite;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.parts.Analyst;

import static io.directpeering.local.parts.Database.USER;

/// What services start with: the environment of each process.
///
/// @param password of the database
public record Settings(Layout layout, Scale scale, Operator operator, String password) {

    /// What it was told to stop is still asked for so long, and finishes what was asked.
    private static final Map<String, String> LEAVING_IN_PEACE =
            Map.of("QUARKUS_SHUTDOWN_DELAY", "2S", "QUARKUS_SHUTDOWN_TIMEOUT", "8S");

    /// Each has a copy of another's stores.
    private static final Map<String, String> STANDING_BY = Map.of("PEERING_JUDGE_STANDBY_REPLICAS", "1");

    Map<String, String> of(Replica replica) throws IOException {
        var service = replica.service();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Layout.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(replica.port(layout)));
        new Brokers(layout, scale.brokers())
                .client(service.serviceName())
                .forEach((name, value) -> environment.put(variable("kafka." + name), value));
        environment.put("PEERING_REGISTRY_URL", layout.registryUrl());
        environment.put("PEERING_ISSUER_URL", layout.url(Port.ISSUER));
        environment.put("PEERING_CATALOGUE", layout.catalogue().toString());
        environment.put("PEERING_PUBLIC_URL", layout.url(Port.GATEWAY));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", layout.jdbcUrl(service.database()));
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
        switch (service) {
            case REQUEST -> {
                environment.putAll(judge(replica));
                environment.putAll(analysis());
            }
            case NOTIFICATION -> environment.putAll(webhooks());
            // Networks are examples here, and so are their prefixes.
            case PROVISIONING -> environment.put("PEERING_PREFIX_LISTS_DOCUMENTATION_PREFIXES", "true");
            case APPROVAL -> {}
        }
        if (scale.replicas() > 1) {
            environment.putAll(LEAVING_IN_PEACE);
            environment.putAll(STANDING_BY);
        }
        return environment;
    }

    private Map<String, String> judge(Replica replica) {
        return Map.of(
                "PEERING_JUDGE_STATE_DIR",
                layout.data(replica.name()).resolve("stores").toString(),
                // Lets an instance that was killed take its partitions back as soon as it is here again.
                "PEERING_JUDGE_GROUP_INSTANCE_ID",
                replica.service().serviceName() + "-" + replica.number(),
                "PEERING_JUDGE_APPLICATION_SERVER",
                layout.address(replica.service().port(), replica.number()));
    }

    private Map<String, String> analysis() {
        return Map.of(
                "PEERING_ANALYSIS_JDBC_URL", layout.jdbcUrl(Analyst.DATABASE),
                "PEERING_ANALYSIS_USERNAME", USER,
                "PEERING_ANALYSIS_PASSWORD", password);
    }

    private Map<String, String> webhooks() throws IOException {
        return Map.of(
                "PEERING_WEBHOOK_ENCRYPTION_KEYS",
                Secret.WEBHOOK_KEY.of(layout),
                // Whoever tries webhooks here has the receiver here.
                "PEERING_WEBHOOK_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "PEERING_WEBHOOK_ALLOW_HTTP",
                "true");
    }

    /// The variable that a setting is read from.
    private static String variable(String setting) {
        return setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
