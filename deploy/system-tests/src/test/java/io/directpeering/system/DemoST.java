package io.directpeering.system;

import java.util.List;

import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// The demo that the README promises, and what a stranger reads of it.
@ExtendWith(Suite.Running.class)
class DemoST {

    @Test
    void demoWalksTheWholeArticle(Suite suite) throws Exception {
        // When
        var demo = Suite.peering("demo");

        // Then
        System.out.println(demo.output());
        assertThat(demo.code()).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("PendingApproval", "ProvisioningStarted", "ProvisioningCompleted", "Validating", "Active")
                .contains("PendingRemove", "Removed", "409");
    }

    @Test
    void demoInJsonIsOneDocument(Suite suite) throws Exception {
        // When
        var demo = Suite.peering("demo", "--output", "json");

        // Then
        assertThat(demo.code()).as(demo.output()).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readTree(demo.output()))
                .isNotEmpty();
    }

    @Test
    void strangerDecodesEveryRecordThroughTheCompatibleApi(Suite suite) throws Exception {
        // Given
        assertThat(Suite.peering("demo").code()).isZero();
        var log = new EventLog(suite.bootstrapServers(), suite.registryUrl());
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
