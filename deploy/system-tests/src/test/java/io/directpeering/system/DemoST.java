package io.directpeering.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.directpeering.letters.CeaseLetter;
import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The demo that the README promises, and what a stranger reads of it.
@ExtendWith(Suite.Running.class)
class DemoST {

    @Test
    void demoWalksTheWholeArticle(Suite suite) throws Exception {
        // When
        var demo = suite.peering("demo");

        // Then
        System.out.println(demo.output());
        assertThat(demo.code()).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("PendingApproval", "ProvisioningStarted", "ProvisioningCompleted", "Validating", "Active")
                .contains("PendingRemove", "Removed", "409");
        assertCeaseLettersReadTheSameInMailsAndOverHttp(suite);
    }

    /// Two services print each of them, of what the log says.
    private static void assertCeaseLettersReadTheSameInMailsAndOverHttp(Suite suite) {
        var api = suite.as(Person.operator("operator@example.net"));
        var removed = api.get("/peerings?state=Removed&limit=1").body().at("/items/0");
        var connections = removed.at("/connections");
        assertThat(connections).isNotEmpty();
        for (var connection : connections) {
            var id = connection.at("/connectionId").asText();
            var file = CeaseLetter.numberOf(UUID.fromString(id)) + ".pdf";
            var printed =
                    api.pdf("/peerings/" + removed.at("/peeringId").asText() + "/connections/" + id + "/cease-letter");
            await("mails with " + file)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Mails.attachments(suite.mails()).containsKey(file));
            assertThat(new String(printed, 0, 5, US_ASCII)).isEqualTo("%PDF-");
            assertThat(Mails.attachments(suite.mails()).get(file))
                    .as(file)
                    .allSatisfy(mailed -> assertThat(mailed).isEqualTo(printed));
        }
    }

    @Test
    void demoInJsonIsOneDocument(Suite suite) throws Exception {
        // When
        var demo = suite.peering("demo", "--output", "json");

        // Then
        assertThat(demo.code()).as(demo.output()).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readTree(demo.output()))
                .isNotEmpty();
    }

    @Test
    void strangerDecodesEveryRecordThroughTheCompatibleApi(Suite suite) throws Exception {
        // Given
        assertThat(suite.peering("demo").code()).isZero();
        var log = new EventLog(suite.kafka(), suite.registryUrl());
        var stranger = new Stranger(suite.confluentUrl());

        for (var topic : List.of(
                Topics.PEERING_EVENTS, Topics.PEERING_TRANSITIONS, Topics.PEERING_STATES, Topics.BGP_SESSION_STATES)) {
            // When
            var decoded = log.raw(topic).stream()
                    .map(record -> stranger.decode(record.value()))
                    .toList();

            // Then
            assertThat(decoded).as(topic.name()).isNotEmpty();
        }
    }
}
