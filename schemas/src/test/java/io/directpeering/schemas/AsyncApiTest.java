package io.directpeering.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.events.DeprovisionRequested;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RegistrationMetadata;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the contract's document says is what the code does, and it says all of it.
class AsyncApiTest {

    private static final Path FOLDER = Path.of("src/main/resources");

    private final JsonNode document = read();

    @Test
    void namesEveryTopicAndNoOther() {
        // When
        var described = members(document.at("/channels")).keySet();

        // Then
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(members(document.at("/operations")).values())
                .extracting(each -> each.at("/channel/$ref").asText())
                .containsExactlyInAnyOrderElementsOf(
                        described.stream().map(name -> "#/channels/" + name).toList());
    }

    @Test
    void saysOfEachTopicWhoWritesItAndHowLongItIsKept() {
        for (var topic : Topics.all()) {
            // When
            var channel = document.at("/channels/" + topic.name());
            var kept = channel.at("/bindings/kafka/topicConfiguration");

            // Then
            assertThat(channel.at("/address").asText()).isEqualTo(topic.name());
            assertThat(texts(channel.at("/x-writers"))).isEqualTo(topic.owners());
            assertThat(texts(kept.at("/cleanup.policy")))
                    .containsExactly(topic.keeping().config().get("cleanup.policy"));
            for (var setting : List.of("retention.ms", "retention.bytes")) {
                assertThat(kept.path(setting).asText(null))
                        .as("%s %s", topic.name(), setting)
                        .isEqualTo(topic.keeping().config().get(setting));
            }
        }
    }

    @Test
    void saysOfEachTopicWhatItCarriesAndUnderWhichSubject() {
        for (var topic : Topics.all()) {
            // When
            var messages = members(document.at("/channels/" + topic.name() + "/messages"));
            messages.remove("Unreadable");

            // Then
            var described = messages.values().stream()
                    .map(this::followed)
                    .collect(Collectors.toMap(it -> it.at("/x-subject").asText(), this::schemaOf));
            assertThat(described).as(topic.name()).isEqualTo(topic.subjects());
        }
    }

    @Test
    void describesEachRecordInTheWordsOfItsSchema() {
        for (var topic : Topics.all()) {
            for (var schema : topic.subjects().values()) {
                // When
                var message = document.at("/components/messages/" + schema.getName());

                // Then
                assertThat(message.at("/name").asText()).isEqualTo(schema.getFullName());
                assertThat(message.at("/summary").asText())
                        .isEqualTo(schema.getDoc().replaceAll("\\s+", " "));
                assertThat(message.at("/payload/schemaFormat").asText())
                        .isEqualTo("application/vnd.apache.avro;version=1.12.0");
            }
        }
    }

    @Test
    void saysWhichHeadersAndKeyARecordTravelsWith() {
        for (var topic : Topics.all()) {
            for (var type : topic.records()) {
                // Given
                var fields = SpecificData.get().getSchema(type).getFields();
                var metadata = fields.getFirst().schema().getFullName();

                // When
                var message = document.at("/components/messages/" + type.getSimpleName());
                var trait = followed(message.at("/traits/0"));

                // Then
                var asn = metadata.equals(RegistrationMetadata.class.getName());
                var event = asn || metadata.equals(EventMetadata.class.getName());
                assertThat(trait.has("headers")).as(type.getSimpleName()).isEqualTo(event);
                assertThat(trait.at("/bindings/kafka/key").has("pattern")).isEqualTo(asn);
                assertThat(trait.at("/bindings/kafka/schemaIdLocation").asText())
                        .isEqualTo("payload");
                assertThat(trait.at("/bindings/kafka/schemaIdPayloadEncoding").asText())
                        .isEqualTo("4");
                assertThat(WireFormat.settings("").get("apicurio.registry.artifact-resolver-strategy"))
                        .endsWith("."
                                + trait.at("/bindings/kafka/schemaLookupStrategy")
                                        .asText());
            }
        }
    }

    @Test
    void namesEveryHeaderOfAnEvent() {
        // Given
        var headers = new RecordHeaders();
        CloudEventHeaders.add(headers, anEvent());
        var sent = new TreeSet<String>();
        headers.forEach(header -> sent.add(header.key()));

        for (var name : Set.of("CloudEventOfAPeering", "CloudEventOfAPeerAsn")) {
            // When
            var described = document.at("/components/schemas/" + name);

            // Then
            assertThat(members(described.at("/properties")).keySet()).isEqualTo(sent);
            assertThat(new HashSet<>(texts(described.at("/required")))).isEqualTo(sent);
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsUnused() {
        // Given
        var referred = document.findValuesAsText("$ref");

        // When
        var dangling = referred.stream()
                .filter(reference -> reference.startsWith("#")
                        ? document.at(reference.substring(1)).isMissingNode()
                        : Files.notExists(FOLDER.resolve(reference)))
                .toList();

        // Then
        assertThat(dangling).isEmpty();
        for (var kind : Set.of("messages", "messageTraits", "schemas")) {
            assertThat(members(document.at("/components/" + kind)).keySet())
                    .allSatisfy(name -> assertThat(referred).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void isOfTheLatestRelease() {
        assertThat(document.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/info/version").asText()).isEqualTo(String.valueOf(Releases.LATEST));
        assertThat(document.findValuesAsText("$ref"))
                .filteredOn(reference -> !reference.startsWith("#"))
                .allMatch(reference -> reference.startsWith("released/" + Releases.LATEST + "/"));
    }

    private static DeprovisionRequested anEvent() {
        var id = new UUID(0, 1);
        return new DeprovisionRequested(
                new EventMetadata(id, id, null, Instant.EPOCH, "request-service", "noc", null, null), null);
    }

    private Schema schemaOf(JsonNode message) {
        try {
            return new Schema.Parser()
                    .parse(FOLDER.resolve(message.at("/payload/schema/$ref").asText())
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode followed(JsonNode reference) {
        return document.at(reference.at("/$ref").asText().substring(1));
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        var members = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
