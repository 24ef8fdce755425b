package io.directpeering.request.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.lifecycle.RefusalCode;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.stored.AcceptedFacts;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredDrifts;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredMove;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import io.directpeering.schemas.Releases;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreSerdeTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                PeeringSnapshot.class,
                BgpSessionObserved.class,
                StoredVerdict.class,
                StoredDrifts.class,
                StoredEntry.class,
                StoredCell.class,
                StoredMove.class
            })
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

    /// As the first release wrote it: its schema, its fingerprint, its bytes.
    @Test
    void peeringThatTheFirstReleaseStoredIsReadAndJudged() throws Exception {
        // Given
        var facts = Facts.ofNewPeering();
        try (var judge = new JudgeDriver()) {
            judge.state(facts.requested(), facts.approved(), facts.loaIssued(facts.first()));
            judge.state(facts.linkTested(facts.first()));
            var today = judge.peering(facts.peeringId());
            var bytes = asOf(1, "peering-states-PeeringSnapshot", today);

            // When
            var stored = StoreSerde.ofPeerings().deserializer().deserialize("any", bytes);

            // Then
            var read = stored.snapshot();
            assertThat(read).isEqualTo(today);
            assertThat(stored.accepted()).isEqualTo(AcceptedFacts.NONE);
            assertThat(read.getOpenQuestion()).isNull();
            assertThat(read.getConnections())
                    .allSatisfy(it -> assertThat(it.getLoaRevoked()).isFalse());
            judge.<StoredPeering>store(Stores.PEERINGS).put(facts.peeringId().toString(), stored);
            judge.state(facts.wiringCompleted(facts.first()));
            assertThat(judge.peering(facts.peeringId()).getSequence()).isEqualTo(5);
        }
    }

    /// In a rolling upgrade a partition can go back to an instance of the release before.
    @Test
    void releaseThatKnewNoAcceptedFactsReadsThePeeringAllTheSame() throws Exception {
        // Given
        var facts = Facts.ofNewPeering();
        try (var judge = new JudgeDriver()) {
            judge.state(facts.requested(), facts.approved());
            var today = judge.stored(facts.peeringId());
            var bytes = StoreSerde.ofPeerings().serializer().serialize("any", today);

            // When
            var read = PeeringSnapshot.getDecoder().decode(bytes);

            // Then
            assertThat(read).isEqualTo(today.snapshot());
            assertThat(today.accepted().bytes()).hasSize(2 * 16);
            assertThat(StoreSerde.ofPeerings().deserializer().deserialize("any", bytes))
                    .isEqualTo(today);
        }
    }

    @Test
    void bytesThatNobodyWroteAreAStateError() {
        var deserializer = StoreSerde.ofPeerings().deserializer();
        for (var bytes : List.of(new byte[0], new byte[] {(byte) 0xC3, 1, 2}, new byte[300])) {
            assertThatThrownBy(() -> deserializer.deserialize("any", bytes))
                    .isInstanceOf(ProcessorStateException.class);
        }
    }

    /// Else it would count as poison of the fact that is being judged, and the fact be put aside.
    @Test
    void idThatIsNoneIsAStateError() {
        // Given
        var facts = Facts.ofNewPeering();
        try (var judge = new JudgeDriver()) {
            judge.state(facts.requested());
            var serde = StoreSerde.ofPeerings();
            var bytes = serde.serializer().serialize("any", judge.stored(facts.peeringId()));
            var text = new String(bytes, ISO_8859_1);

            // When
            var spoilt =
                    text.replace(facts.peeringId().toString(), "z".repeat(36)).getBytes(ISO_8859_1);

            // Then
            assertThat(spoilt).isNotEqualTo(bytes);
            assertThatThrownBy(() -> serde.deserializer().deserialize("any", spoilt))
                    .isInstanceOf(ProcessorStateException.class);
        }
    }

    @Test
    void recordThatEndsTooEarlyIsAStateError() {
        // Given
        var serde = StoreSerde.of(StoredVerdict.class);
        var bytes = serde.serializer()
                .serialize("any", VerdictCodec.stored(new Verdict.Refused(3, RefusalCode.Late, "too late")));

        // When, Then
        assertThatThrownBy(() -> serde.deserializer().deserialize("any", Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(ProcessorStateException.class);
    }

    @Test
    void lookThatTheFirstReleaseStoredIsRead() throws Exception {
        // Given
        var facts = Facts.ofNewPeering();
        var today = facts.observed(facts.first(), BgpSessionState.Established);
        var bytes = asOf(1, "bgp-session-states-BgpSessionObserved", today);

        // When
        var read = StoreSerde.of(BgpSessionObserved.class).deserializer().deserialize("any", bytes);

        // Then
        assertThat(read).isEqualTo(today);
    }

    /// A record in single-object encoding, written with the schema of a release that knew less of it.
    private static byte[] asOf(int release, String subject, SpecificRecord record) throws IOException {
        Schema then;
        try (var in = Releases.class.getResourceAsStream("/released/" + release + "/" + subject + ".avsc")) {
            then = new Schema.Parser().parse(in);
        }
        var now = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(now, null);
        new SpecificDatumWriter<>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                .write(record, encoder);
        var known = new GenericDatumReader<GenericRecord>(record.getSchema(), then)
                .read(null, DecoderFactory.get().binaryDecoder(now.toByteArray(), null));
        var bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), then).encode(known, bytes);
        return bytes.toByteArray();
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
