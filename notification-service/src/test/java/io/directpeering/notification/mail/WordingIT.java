package io.directpeering.notification.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.LinkTest;
import io.directpeering.events.Loa;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.Origin;
import io.directpeering.events.PeerDemarcation;
import io.directpeering.notification.Example;
import io.directpeering.notification.MailPort;
import io.directpeering.notification.message.Message;
import io.directpeering.notification.message.Telling;
import io.directpeering.notification.message.TestDeadlines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.directpeering.events.ConnectionState.Active;
import static io.directpeering.events.ConnectionState.PendingApproval;
import static io.directpeering.events.ConnectionState.PendingRemove;
import static io.directpeering.events.ConnectionState.ProvisioningCompleted;
import static io.directpeering.events.ConnectionState.ProvisioningFailed;
import static io.directpeering.events.ConnectionState.ProvisioningStarted;
import static io.directpeering.events.ConnectionState.Removed;
import static io.directpeering.events.ConnectionState.Validating;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class WordingIT {

    private static final String REASON =
            "IPv6 session is not Established.\nLast error: <Hold Timer Expired> & \"closed\"";

    record Case(String fact, ConnectionState state, String reason, Consumer<Example> given) {
        @Override
        public String toString() {
            return fact + " " + state;
        }
    }

    @Inject
    Wording wording;

    static Stream<Case> cases() {
        return Stream.of(
                new Case("PeeringRequested", PendingApproval, "", example -> {}),
                new Case("LegacyConversionRequested", PendingApproval, "", example -> example.origin = Origin.Legacy),
                new Case("InformationRequested", PendingApproval, "Which facility?\nAnd when?", example -> {}),
                new Case("InformationProvided", PendingApproval, "Either <one> will do.", example -> {}),
                new Case("Approved", ProvisioningStarted, "", example -> {}),
                new Case("Approved", Active, "", example -> {}),
                new Case("Rejected", ConnectionState.Rejected, REASON, example -> {}),
                new Case("LoaIssued", ProvisioningStarted, "", WordingIT::withCode),
                new Case("LoaRevoked", ProvisioningStarted, REASON, example -> example.loaRevoked = true),
                new Case("LinkTested", ProvisioningStarted, "", example -> {}),
                new Case("LinkTested", ProvisioningStarted, "", WordingIT::failedTest),
                new Case("WiringCompleted", ProvisioningCompleted, "", WordingIT::peerEnd),
                new Case("BgpSessionProvisioned", Validating, "", example -> {}),
                new Case("BgpValidated", Active, "", example -> {}),
                new Case("BgpValidationFailed", ProvisioningFailed, REASON, WordingIT::peerEnd),
                new Case("TrafficOpened", Active, "", example -> {}),
                new Case("ProvisioningAborted", ProvisioningFailed, REASON, example -> {}),
                new Case("RetryRequested", ProvisioningStarted, REASON, example -> {}),
                new Case("DeprovisionRequested", PendingRemove, REASON, example -> {}),
                new Case("DeprovisionRequested", Removed, REASON, example -> {}),
                new Case("Deprovisioned", Removed, "", example -> {}),
                new Case("MaintenanceAnnounced", Active, "", example -> work(example, MaintenanceStatus.Announced)),
                new Case("MaintenanceStarted", Active, "", example -> work(example, MaintenanceStatus.InProgress)),
                new Case("MaintenanceCompleted", Active, "", example -> work(example, MaintenanceStatus.Completed)),
                new Case("MaintenanceCancelled", Active, REASON, example -> work(example, MaintenanceStatus.Cancelled)),
                new Case("StageOverdue", PendingApproval, "", example -> example.passes(DeadlineKind.Stage, false)),
                new Case("StageOverdue", PendingApproval, "", example -> question(example, true)),
                new Case("StageOverdue", PendingApproval, "", example -> question(example, false)),
                new Case("StageOverdue", ProvisioningStarted, "", example -> letter(example, 55, true)),
                new Case("StageOverdue", ProvisioningStarted, "", example -> letter(example, 60, false)),
                new Case("StageOverdue", ProvisioningStarted, "", example -> example.passes(DeadlineKind.Stage, true)),
                new Case("StageOverdue", ProvisioningStarted, "", example -> example.passes(DeadlineKind.Stage, false)),
                new Case("StageOverdue", ProvisioningFailed, "", example -> {}),
                new Case("StageOverdue", Validating, "", example -> {}),
                new Case("PortMigrated", Active, REASON, example -> {}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void htmlSaysWhatTextSays(Case given) {
        for (var message : messages(given)) {
            // Given
            // When
            var words = wording.of(message, true);
            // Then
            assertThat(Plain.words(Plain.ofHtml(words.html())))
                    .as(words.html())
                    .containsExactlyInAnyOrderElementsOf(Plain.words(Plain.ofText(words.text())));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void htmlNeedsNothingFromElsewhereAndShowsWhatWasTyped(Case given) throws IOException {
        for (var message : messages(given)) {
            // Given
            // When
            var words = wording.of(message, true);
            keep(message, words);
            // Then
            assertThat(words.html())
                    .doesNotContain(
                            "NOT_FOUND", "<script", "<img", "src=", "href=", "url(", "@import", "<link", "<one>")
                    .doesNotContain("<Hold Timer");
            assertThat(words.text()).doesNotContain("NOT_FOUND", "null", "{", "\n\n\n", "&amp;", "&lt;");
        }
    }

    @Test
    void everyMessageSaysSomethingOfItsOwn() {
        // Given
        var about = List.of("Peering", "Peer", "Location", "State", "As", "Details", "Hello");
        // When
        var own = cases().flatMap(given -> messages(given).stream())
                .collect(Collectors.toMap(
                        Object::getClass,
                        message -> Arrays.stream(
                                        wording.of(message, false).text().split("\n\n"))
                                .filter(part -> about.stream().noneMatch(part::startsWith))
                                .findFirst()
                                .orElse(""),
                        (one, another) -> one));
        // Then
        assertThat(own.values()).doesNotHaveDuplicates().allMatch(part -> part.length() > 20);
    }

    @Test
    void theNoticeOfADisabledWebhookIsAboutNoPeering() {
        // Given
        var id = UUID.randomUUID();
        var notice = new WebhookNotice(id, "hooks.example.net", "It answered <410> Gone.", Instant.EPOCH);
        // When
        var words = wording.of(notice, false);
        // Then
        assertThat(words.subject()).isEqualTo("[Webhook " + id.toString().substring(0, 8) + "] Disabled");
        assertThat(words.text())
                .contains("We do not post", "hooks.example.net", "> It answered <410> Gone.", "1970-01-01 00:00 UTC")
                .doesNotContain("Location");
        assertThat(words.html()).contains("&lt;410&gt;", id.toString()).doesNotContain("Location");
        assertThat(Plain.words(Plain.ofHtml(words.html())))
                .containsExactlyInAnyOrderElementsOf(Plain.words(Plain.ofText(words.text())));
    }

    @Test
    void everyMessageIsLookedAt() {
        // Given
        Set<Class<?>> all = Stream.concat(
                        Arrays.stream(Message.class.getPermittedSubclasses()),
                        Arrays.stream(Message.ToOperator.class.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .collect(Collectors.toUnmodifiableSet());
        // When
        var seen = cases().flatMap(given -> messages(given).stream())
                .map(Object::getClass)
                .collect(Collectors.toUnmodifiableSet());
        // Then
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void whatPeopleTypeStaysText() {
        // Given
        var evil = "</td><script>alert(1)</script><a href=\"http://evil.example\">{matter.peering.id}";
        var given = new Case("BgpValidationFailed", ProvisioningFailed, evil, example -> {
            example.peerName = evil;
            example.peeringName = evil;
        });
        for (var message : messages(given)) {
            // When
            var words = wording.of(message, true);
            // Then
            assertThat(words.html())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{matter.peering.id}")
                    .doesNotContain("<script", "<a ");
        }
    }

    private static List<Message> messages(Case given) {
        var example = new Example();
        given.given().accept(example);
        var transition = example.one(3, given.fact(), given.state(), given.reason());
        return switch (Telling.of(transition, TestDeadlines.USUAL)) {
            case Telling.Tell(List<Message> messages) -> messages;
            case Telling.PassOver passedOver -> throw new AssertionError(passedOver.why());
        };
    }

    /// So that people can look at them.
    private static void work(Example example, MaintenanceStatus status) {
        example.works(status, "New <optics> & cabling");
    }

    private static void keep(Message message, Words words) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        var name = message.getClass().getSimpleName();
        Files.writeString(folder.resolve(name + ".html"), words.html());
        Files.writeString(folder.resolve(name + ".txt"), words.subject() + "\n\n" + words.text());
    }

    private static void question(Example example, boolean warning) {
        example.passes(DeadlineKind.Answer, warning);
        example.asks("Which facility?\nAnd when?", null);
    }

    private static void letter(Example example, int daysAgo, boolean warning) {
        letter(example, daysAgo);
        example.passes(DeadlineKind.LoaExpiry, warning);
    }

    private static void letter(Example example, int daysAgo) {
        Instant issuedAt = example.occurredAt.minus(Duration.ofDays(daysAgo));
        example.enteredAt = issuedAt;
        example.loa = new Loa("LOA-2026-000001", issuedAt, issuedAt.plus(Duration.ofDays(60)), "7KQ2-M4TX-9WPA");
    }

    private static void withCode(Example example) {
        letter(example, 0);
    }

    private static void failedTest(Example example) {
        example.linkTest = new LinkTest(false, 100, 0, null, "No light at our end <yet>", null, null);
    }

    private static void peerEnd(Example example) {
        example.peerEnd = new PeerDemarcation("B07", "PP-9", "11-12", "fra-core1");
    }
}
