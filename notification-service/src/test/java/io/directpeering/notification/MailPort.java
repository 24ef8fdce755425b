package io.directpeering.notification;

import java.util.Map;

import io.directpeering.local.parts.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Where the service under test finds the mail server that a test starts ([MailServer]), and pauses that tests wait
/// for.
public final class MailPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(Ports.free()),
                "quarkus.http.test-port", "0",
                "peering.mail.from", "peering@example.net",
                "peering.mail.operator-name", "Example Networks",
                "peering.mail.operator-asn", "64500",
                "peering.mail.public-url", "http://localhost:8080",
                "peering.delivery.first-pause", "100ms",
                "peering.delivery.longest-pause", "500ms",
                "peering.delivery.lease", "2s");
    }

    @Override
    public void stop() {
        // Holds nothing.
    }
}
