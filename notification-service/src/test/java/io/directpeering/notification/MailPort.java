package io.directpeering.notification;

import java.nio.file.Path;
import java.util.Map;

import io.directpeering.local.parts.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.util.Map.entry;

/// Where the service under test finds the mail server that a test starts ([MailServer]), and pauses that tests wait
/// for.
public final class MailPort implements QuarkusTestResourceLifecycleManager {

    /// Tests run in the module's folder.
    private static final String CATALOGUE = Path.of("..", "deploy", "catalogue.yaml")
            .toAbsolutePath()
            .normalize()
            .toString();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("quarkus.mailer.host", "127.0.0.1"),
                entry("quarkus.mailer.port", String.valueOf(Ports.free())),
                entry("quarkus.http.test-port", "0"),
                entry("peering.mail.from", "peering@example.net"),
                entry("peering.mail.operator-name", "Example Networks"),
                entry("peering.mail.operator-asn", "64500"),
                entry("peering.operator.review-mailbox", "review@example.net"),
                entry("peering.operator.noc-mailbox", "operations@example.net"),
                entry("peering.catalogue", CATALOGUE),
                entry("peering.public-url", "https://peering.example.net"),
                entry("peering.mail.public-url", "http://localhost:8080"),
                entry("peering.delivery.first-pause", "100ms"),
                entry("peering.delivery.longest-pause", "500ms"),
                entry("peering.delivery.lease", "5s"),
                entry("peering.smtp.patience", "3s"),
                entry("peering.idempotency.patience", "20s"),
                entry("peering.webhook.encryption-keys", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                entry("peering.webhook.allowed-networks", "127.0.0.0/8"),
                entry("peering.webhook.allow-http", "true"),
                entry("peering.webhook.first-pause", "100ms"),
                entry("peering.webhook.longest-pause", "500ms"),
                entry("peering.webhook.connect-timeout", "1s"),
                entry("peering.webhook.timeout", "2s"),
                entry("peering.webhook.lease", "4s"));
    }

    @Override
    public void stop() {
        // Holds nothing.
    }
}
