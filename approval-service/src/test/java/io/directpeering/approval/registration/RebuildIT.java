package io.directpeering.approval.registration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.approval.statement.Validation;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A database that was lost comes back from the log, with what persons have found, and says nothing new.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class RebuildIT {

    private static final Registrar ALICE = Registrar.called("alice");

    @Inject
    AutoValidation automatic;

    private Judge log;
    private FactsSeen found;

    @BeforeEach
    void open() {
        log = new Judge(Backends.shared());
        found = new FactsSeen(Backends.shared(), Topics.PEER_ASN_VALIDATIONS);
    }

    @AfterEach
    void close() {
        log.close();
        found.close();
    }

    @Test
    void personsWordComesBackAndThePolicyDoesNotContradictIt() {
        // Given
        var peer = RegistrationCase.fresh();
        log.says(peer.registered());
        found.await(peer.asn(), 1);
        ALICE.rejects(peer, "not who they say");
        found.await(peer.asn(), 2);
        var findings = found.of(peer.asn());
        var before = ALICE.reads(peer).getMap("$");
        lose(peer);
        assertThat(ALICE.gets("/peer-asn-reviews/" + peer.asn()).statusCode()).isEqualTo(404);

        // When
        findings.forEach(finding -> log.says((PeerAsnValidated) finding));
        await().atMost(Duration.ofSeconds(15)).until(() -> kept(peer) == 2);
        var early = ALICE.gets("/peer-asn-reviews/" + peer.asn()).statusCode();
        log.says(peer.registered());

        // Then
        ALICE.awaitsRevision(peer);
        assertThat(early).isEqualTo(404);
        assertThat(ALICE.reads(peer).getMap("$")).isEqualTo(before);
        automatic.approveWhatWaits();
        assertThat(ALICE.reads(peer).getString("validationState")).isEqualTo("Failed");
        found.await(peer.asn(), 4);
        assertThat(found.of(peer.asn())).as("said once, and again by this test").hasSize(4);
    }

    @Test
    void findingOfAnEarlierRevisionStillTellsWhoApproved() {
        // Given
        var peer = RegistrationCase.fresh();
        var changed = peer.revision(2, ValidationState.Approved);
        log.says(peer.registered());
        var finding = (PeerAsnValidated) found.await(peer.asn(), 1);
        log.says(changed.registered());
        ALICE.awaitsRevision(changed);
        lose(peer);

        // When
        log.says(changed.registered());
        ALICE.awaitsRevision(changed);
        log.says(finding);
        await().atMost(Duration.ofSeconds(15)).until(() -> kept(peer) == 1);

        // Then
        assertThat(ALICE.reads(changed).getString("validationState")).isEqualTo("Approved");
        assertThat(ALICE.reads(changed).getString("decision.decidedBy")).isEqualTo("approval-service");
    }

    @Test
    void whatCameBeforeThePastWasKnownIsApprovedLater() {
        // Given
        var peer = RegistrationCase.fresh();
        log.says(peer.registered());
        found.await(peer.asn(), 1);
        // The service reads it, too: read later than what follows, it would bring back what is lost.
        var past = new PastFindings(
                Map.of("bootstrap.servers", Backends.shared().bootstrapServers()), Topics.APPROVAL_SERVICE);
        await().atMost(Duration.ofSeconds(30)).until(past::areKnown);
        QuarkusTransaction.requiringNew().run(() -> {
            Validation.delete("asn", peer.asn());
            Registration.update("validationState = ?1 where asn = ?2", ValidationState.Pending, peer.asn());
        });

        // When
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            automatic.approveWhatWaits();
            return ALICE.reads(peer).getString("validationState").equals("Approved");
        });

        // Then
        found.await(peer.asn(), 2);
        assertThat(((PeerAsnValidated) found.of(peer.asn()).get(1)).getRevision())
                .isEqualTo(1);
    }

    @Test
    void pastIsKnownOnceItsGroupHasReadItAll() {
        // Given
        log.says(RegistrationCase.fresh().registered());
        var peer = RegistrationCase.fresh();
        log.says(peer.registered());
        found.await(peer.asn(), 1);
        var group = "past-" + peer.asn();
        Map<String, Object> broker =
                Map.of("bootstrap.servers", Backends.shared().bootstrapServers());
        var past = new PastFindings(broker, group);
        assertThat(past.areKnown()).isFalse();

        // When
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Backends.shared().bootstrapServers(), "group.id", group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = Topics.PEER_ASN_VALIDATIONS.name();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.commitSync(consumer.endOffsets(partitions).entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue()))));
        }

        // Then
        assertThat(past.areKnown()).isTrue();
        assertThat(new PastFindings(Map.of("bootstrap.servers", "localhost:1"), group).areKnown())
                .as("of a broker that does not answer")
                .isFalse();
    }

    private static void lose(RegistrationCase peer) {
        QuarkusTransaction.requiringNew().run(() -> {
            Validation.delete("asn", peer.asn());
            Registration.delete("asn", peer.asn());
        });
    }

    private static long kept(RegistrationCase peer) {
        return QuarkusTransaction.requiringNew().call(() -> Validation.count("asn", peer.asn()));
    }
}
