package io.directpeering.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jakarta.mail.internet.MimeMessage;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ContactRole;
import io.directpeering.events.MaintenanceStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.directpeering.events.ConnectionState.Active;
import static io.directpeering.events.ConnectionState.PendingRemove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class MaintenanceNoticeIT {

    @Test
    void goesToThosePlanningItWithACalendarEntryThatIsKeptUpToDate() {
        // Given
        var example = new Example();
        example.peerAsn = WebhookCalls.someAsn();
        example.contacts = List.of(
                Example.contact(ContactRole.Noc, "noc@peer.example"),
                Example.contact(ContactRole.Maintenance, "maintenance@peer.example"));
        example.works(MaintenanceStatus.Announced, "New optics");
        var announced = example.recorded(1, "MaintenanceAnnounced", Active, null);
        example.works(MaintenanceStatus.Cancelled, "New optics");
        var cancelled = example.recorded(2, "MaintenanceCancelled", Active, "postponed");
        var takenDown = example.one(3, "DeprovisionRequested", PendingRemove, "moving");
        // When
        try (var mails = MailServer.start();
                var topic = new Topic()) {
            topic.send(example, announced, cancelled, takenDown);
            // Then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> mails.mailsOf(example).size() == 4);
            var told = mails.mailsOf(example).stream()
                    .filter(mail -> MailServer.recipient(mail).equals("maintenance@peer.example"))
                    .toList();
            assertThat(told).hasSize(3);
            assertThat(calendar(told.getFirst()))
                    .contains("METHOD:PUBLISH", "SEQUENCE:1", "X-MAINTNOTE-STATUS:CONFIRMED");
            assertThat(calendar(told.get(1))).contains("METHOD:CANCEL", "SEQUENCE:2", "X-MAINTNOTE-STATUS:CANCELLED");
            assertThat(calendar(told.getLast())).contains("METHOD:CANCEL", "SEQUENCE:3");
            assertThat(MailServer.text(told.get(1))).contains("> New optics", "> postponed");
        }
    }

    private static String calendar(MimeMessage mail) {
        return MailServer.files(mail).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".ics"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
