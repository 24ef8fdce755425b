package io.directpeering.schemas;

import java.io.IOException;
import java.util.Properties;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTest {

    @Test
    void everyEventStartsWithTheMetadataOfWhatItIsAbout() {
        // Given
        var events = ReleasedSchemas.current();
        events.remove("peering-states-PeeringSnapshot");

        // When
        var first = events.values().stream()
                .map(schema -> schema.getFields().getFirst())
                .map(field -> field.name() + ":" + field.schema().getFullName())
                .distinct();

        // Then
        assertThat(events).hasSize(29);
        assertThat(first)
                .containsExactlyInAnyOrder(
                        "metadata:io.directpeering.events.EventMetadata",
                        "metadata:io.directpeering.events.RegistrationMetadata");
    }

    @Test
    void connectionStatesAreSpelledAsTheDomainSpellsThem() {
        // Given
        var states = io.directpeering.events.ConnectionState.SCHEMA$;

        // When
        var symbols = states.getEnumSymbols();

        // Then
        assertThat(symbols)
                .containsExactly(
                        "PendingApproval",
                        "ProvisioningStarted",
                        "ProvisioningCompleted",
                        "Validating",
                        "Active",
                        "ProvisioningFailed",
                        "PendingRemove",
                        "Removed",
                        "Rejected",
                        "Unknown");
        assertThat(states.getType()).isEqualTo(Schema.Type.ENUM);
    }

    @Test
    void channelsOfTheServicesUseTheSameWireFormat() throws IOException {
        // Given
        var defaults = new Properties();
        try (var file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        var connector = "mp.messaging.connector.smallrye-kafka.";

        // When
        var ofChannels = defaults.entrySet().stream()
                .filter(entry -> entry.getKey().toString().startsWith(connector + "apicurio."))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString().substring(connector.length()),
                        entry -> entry.getValue().toString()));

        // Then
        assertThat(ofChannels).isEqualTo(WireFormat.settings("${peering.registry.url}"));
    }

    @Test
    void topicNamesAndSubjectsAreUnique() {
        // Given
        var topics = Topics.all();

        // When
        var names = topics.stream().map(Topic::name).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates().hasSize(12);
        assertThat(topics.stream().mapToInt(topic -> topic.subjects().size()).sum())
                .isEqualTo(ReleasedSchemas.current().size());
    }
}
