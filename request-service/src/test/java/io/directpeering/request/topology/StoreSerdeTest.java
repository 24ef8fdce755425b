package io.directpeering.request.topology;

import java.util.List;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.lifecycle.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.stored.StoredVerdict;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreSerdeTest {

    @ParameterizedTest
    @ValueSource(classes = {PeeringSnapshot.class, BgpSessionObserved.class, StoredVerdict.class})
    void schemaIsAmongTheReleased(Class<? extends SpecificRecord> type) {
        // Given
        var schema = SpecificData.get().getSchema(type);

        // When
        var known = ReleasedSchemas.of(schema.getName())
                .findByFingerprint(SchemaNormalization.parsingFingerprint64(schema));

        // Then
        assertThat(known)
                .as(
                        "%s changed: write the next release of the contract (CONTRIBUTING), or for a record of the stores"
                                + " alone put its schema under src/main/resources/stores/<next release>/ and raise"
                                + " ReleasedSchemas.LATEST; else a later release cannot read what this one stores",
                        type)
                .isNotNull();
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        var serde = StoreSerde.of(StoredVerdict.class);
        var verdicts = List.of(
                new Verdict.Accepted(7), new Verdict.Refused(3, RefusalCode.Late, "It answers an earlier attempt."));

        // When
        var read = verdicts.stream()
                .map(VerdictCodec::stored)
                .map(it -> serde.serializer().serialize("any", it))
                .map(bytes -> serde.deserializer().deserialize("any", bytes))
                .map(VerdictCodec::verdict)
                .toList();

        // Then
        assertThat(read).isEqualTo(verdicts);
    }

    @Test
    void schemaThatNobodyReleasedIsAStateErrorAndNotThePoisonOfAFact() throws Exception {
        // Given
        var schema = new Schema.Parser().parse("""
                {"type":"record","name":"StoredVerdict","fields":[{"name":"number","type":"int"}]}""");
        var buffer = new BinaryMessageEncoder<>(GenericData.get(), schema)
                .encode(new GenericRecordBuilder(schema).set("number", 1).build());

        // When, Then
        assertThatThrownBy(
                        () -> StoreSerde.of(StoredVerdict.class).deserializer().deserialize("any", buffer.array()))
                .isInstanceOf(ProcessorStateException.class);
    }
}
