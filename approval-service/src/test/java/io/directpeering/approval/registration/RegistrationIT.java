package io.directpeering.approval.registration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.RuleOutcome;
import io.directpeering.events.RuleResult;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Registrations off the log, and what is found of them back on it, where the policy approves what it may.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class RegistrationIT {

    private static final Registrar ALICE = Registrar.called("alice");
    private static final Registrar BOB = Registrar.called("bob");

    @Inject
    RegistrationDesk desk;

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
    void registrationThatFailsNoHardRuleIsApprovedByThePolicy() {
        // Given
        var peer = RegistrationCase.fresh().writingFrom("noc.peer@gmail.com");

        // When
        log.says(peer.registered());

        // Then
        var finding = (PeerAsnValidated) found.await(peer.asn(), 1);
        assertThat(finding.getMetadata().getEventId()).isEqualTo(EventIds.ofValidation(peer.asn(), 1, "Approved"));
        assertThat(finding.getMetadata().getActor()).isEqualTo("approval-service");
        assertThat(finding.getMetadata().getStatedBy()).isEqualTo("approval-service");
        assertThat(finding.getRevision()).isEqualTo(1);
        assertThat(finding.getValidationState()).isEqualTo(ValidationState.Approved);
        assertThat(finding.getReason()).startsWith("Approved by policy");
        assertThat(finding.getOutcomes())
                .extracting(RuleOutcome::getRuleId)
                .containsExactly("public-asn", "noc-contact", "corporate-email");
        assertThat(finding.getOutcomes())
                .extracting(RuleOutcome::getOutcome)
                .containsExactly(RuleResult.Passed, RuleResult.Passed, RuleResult.Failed);
        assertThat(new String(
                        found.recordsOf(peer.asn())
                                .getFirst()
                                .headers()
                                .lastHeader("ce_subject")
                                .value(),
                        UTF_8))
                .isEqualTo("AS" + peer.asn());
        assertThat(ALICE.reads(peer).getString("validationState")).isEqualTo("Approved");
        assertThat(ALICE.reads(peer).getString("decision.decidedBy")).isEqualTo("approval-service");
    }

    @Test
    void failedHardRuleLeavesItToAPersonWhoMayOnlyReject() {
        // Given
        var peer = RegistrationCase.fresh().withoutPhone();
        log.says(peer.registered());
        var review = ALICE.awaitsRevision(peer);

        // When
        var approval = ALICE.approves(peer, Map.of("reason", "never mind"));
        var rejection = ALICE.rejects(peer, "whom can we call?");

        // Then
        assertThat(review.getString("validationState")).isEqualTo("Pending");
        assertThat(review.getInt("rules.hardFailed")).isEqualTo(1);
        assertThat(approval.statusCode()).isEqualTo(409);
        assertThat(approval.jsonPath().getString("code")).isEqualTo("HardRulesFailed");
        assertThat(rejection.statusCode()).isEqualTo(200);
        assertThat(rejection.jsonPath().getString("validationState")).isEqualTo("Failed");
        var finding = (PeerAsnValidated) found.await(peer.asn(), 1);
        assertThat(finding.getValidationState()).isEqualTo(ValidationState.Failed);
        assertThat(finding.getReason()).isEqualTo("whom can we call?");
        assertThat(finding.getMetadata().getActor()).isEqualTo("alice");
        assertThat(found.of(peer.asn())).hasSize(1);
    }

    @Test
    void newerRevisionCountsAndOlderOneChangesNothing() {
        // Given
        var peer = RegistrationCase.fresh();
        log.says(peer.revision(2, ValidationState.Pending).registered());
        found.await(peer.asn(), 1);

        // When
        log.says(peer.withoutPhone().registered());
        log.says(peer.revision(3, ValidationState.Pending).named("Peer & Sons").registered());

        // Then
        ALICE.awaitsRevision(peer.revision(3, ValidationState.Pending));
        var latest = (PeerAsnValidated) found.await(peer.asn(), 2);
        assertThat(latest.getRevision()).isEqualTo(3);
        assertThat(ALICE.reads(peer).getString("name")).isEqualTo("Peer & Sons");
        assertThat(found.of(peer.asn())).hasSize(2);
    }

    @Test
    void revisionOfWhichTheFindingHoldsIsShownAndNotStated() {
        // Given
        var peer = RegistrationCase.fresh();
        log.says(peer.registered());
        found.await(peer.asn(), 1);

        // When
        var changed = peer.revision(2, ValidationState.Approved).writingFrom("desk@peer-networks.net");
        log.says(changed.registered());

        // Then
        var review = ALICE.awaitsRevision(changed);
        assertThat(review.getString("validationState")).isEqualTo("Approved");
        assertThat(review.getString("contacts[0].email")).isEqualTo("desk@peer-networks.net");
        assertThat(review.getString("decision.decidedBy")).isEqualTo("approval-service");
        assertThat(found.of(peer.asn())).hasSize(1);
    }

    @Test
    void whatThePolicyApprovedMayBeTakenBackOnceByAPerson() {
        // Given
        var peer = RegistrationCase.fresh();
        log.says(peer.registered());
        found.await(peer.asn(), 1);

        // When
        var taken = ALICE.rejects(peer, "not who they say");
        var again = ALICE.rejects(peer, "not who they say");
        var other = BOB.rejects(peer, "me too");
        var back = BOB.approves(peer, Map.of());

        // Then
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(taken.asString());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.jsonPath().getString("code")).isEqualTo("FoundBefore");
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.jsonPath().getString("code")).isEqualTo("FoundAndWithdrawn");
        assertThat(((PeerAsnValidated) found.await(peer.asn(), 2)).getValidationState())
                .isEqualTo(ValidationState.Failed);
        assertThat(found.of(peer.asn())).hasSize(2);
    }

    @Test
    void logReadAgainFromItsBeginningGivesTheSameStateAndSaysNothing() {
        // Given
        var approved = RegistrationCase.fresh();
        var rejected = RegistrationCase.fresh();
        var pending = RegistrationCase.fresh().withoutPhone();
        for (var peer : List.of(approved, rejected, pending)) {
            log.says(peer.registered());
            ALICE.awaitsRevision(peer);
        }
        ALICE.rejects(rejected, "not who they say");
        found.await(rejected.asn(), 2);
        var before = states(approved, rejected, pending);

        // When
        try (var registrations = new FactsSeen(Backends.shared(), Topics.PEER_ASN_REGISTRATIONS)) {
            for (var peer : List.of(approved, rejected, pending)) {
                registrations.await(peer.asn(), 1);
            }
            for (var peer : List.of(approved, rejected, pending)) {
                registrations.of(peer.asn()).forEach(record -> log.says((PeerAsnRegistered) record));
            }
        }
        var sentinel = RegistrationCase.fresh();
        for (int partition = 0; partition < 12; partition++) {
            sentinel = RegistrationCase.fresh();
            log.says(sentinel.registered());
            found.await(sentinel.asn(), 1);
        }

        // Then
        assertThat(states(approved, rejected, pending)).isEqualTo(before);
        assertThat(found.of(approved.asn())).hasSize(1);
        assertThat(found.of(rejected.asn())).hasSize(2);
        assertThat(found.of(pending.asn())).isEmpty();
    }

    @Test
    void findingThatWasCommittedButNotSentIsStated() {
        // Given
        var peer = RegistrationCase.fresh().withoutPhone();
        log.says(peer.registered());
        ALICE.awaitsRevision(peer);

        // When: the row is committed, and the process dies before it sends
        desk.reject(peer.asn(), "alice", "whom can we call?", List.of());

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !found.of(peer.asn()).isEmpty());
        assertThat(found.of(peer.asn()))
                .singleElement()
                .satisfies(finding -> assertThat(
                                ((PeerAsnValidated) finding).getMetadata().getEventId())
                        .isEqualTo(EventIds.ofValidation(peer.asn(), 1, "Failed")));
        assertThat(ALICE.rejects(peer, "whom can we call?").statusCode()).isEqualTo(200);
        assertThat(found.of(peer.asn())).hasSize(1);
    }

    enum Poison {
        GARBAGE,
        OTHER_RECORD,
        ANOTHER_KEY,
        NO_REVISION,
        NO_ASN,
        NOT_TO_BE_STORED,
        NULL
    }

    @ParameterizedTest
    @EnumSource(Poison.class)
    void poisonGoesToTheDeadLetterAndTheNextRegistrationIsTakenIn(Poison kind) {
        // Given
        var peer = RegistrationCase.fresh();
        var topic = Topics.PEER_ASN_REGISTRATIONS;
        var poison = switch (kind) {
            case GARBAGE -> "no record at all".getBytes(UTF_8);
            case OTHER_RECORD ->
                log.onTheWire(
                        Topics.PEER_ASN_VALIDATIONS,
                        new PeerAsnValidated(
                                peer.registered().getMetadata(), 1L, ValidationState.Approved, null, "1", List.of()));
            case ANOTHER_KEY -> log.onTheWire(topic, RegistrationCase.fresh().registered());
            case NO_REVISION ->
                log.onTheWire(topic, peer.revision(0, ValidationState.Pending).registered());
            case NO_ASN -> {
                var wrong = peer.registered();
                wrong.put(
                        "metadata",
                        new RegistrationMetadata(
                                wrong.getMetadata().getEventId(), -5L, peer.registeredAt(), "request-service", "x"));
                yield log.onTheWire(topic, wrong);
            }
            case NOT_TO_BE_STORED ->
                log.onTheWire(topic, peer.named("no database holds \u0000").registered());
            case NULL -> null;
        };

        // When
        log.send(topic, peer.asn(), poison);
        log.says(peer.registered());

        // Then
        found.await(peer.asn(), 1);
        try (var deadLetters = new FactsSeen(Backends.shared(), Topics.deadLetter(Topics.APPROVAL_SERVICE))) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !deadLetters.recordsOf(peer.asn()).isEmpty());
            assertThat(deadLetters.recordsOf(peer.asn())).singleElement().satisfies(dead -> {
                assertThat(dead.value()).isEqualTo(poison);
                assertThat(dead.headers().lastHeader("dead-letter-reason")).isNotNull();
            });
        }
    }

    private static List<String> states(RegistrationCase... peers) {
        return Arrays.stream(peers)
                .map(peer -> ALICE.reads(peer).getString("revision") + " "
                        + ALICE.reads(peer).getString("validationState") + " "
                        + ALICE.reads(peer).getString("decision"))
                .toList();
    }
}
