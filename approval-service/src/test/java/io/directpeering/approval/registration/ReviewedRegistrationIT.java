package io.directpeering.approval.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.approval.fixture.Strict;
import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.RuleOutcome;
import io.directpeering.events.RuleResult;
import io.directpeering.events.ValidationState;
import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Registrations that a person has to look at, each of them.
@QuarkusTest
@TestProfile(Strict.class)
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class ReviewedRegistrationIT {

    private static final Registrar ALICE = Registrar.called("alice");
    private static final Registrar OWNER = Registrar.called(RegistrationCase.REGISTRAR.toUpperCase(Locale.ROOT));
    private static final Registrar ANALYST = new Registrar(Bearer.of(new Person("anna", Set.of("analyst"), Set.of())));
    private static final Registrar OPERATOR_ONLY =
            new Registrar(Bearer.of(new Person("otto", Set.of("operator"), Set.of())));

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
    void registrationWaitsAndIsApprovedByAPerson() {
        // Given
        var peer = registered(RegistrationCase.fresh());
        assertThat(ALICE.reads(peer).getString("validationState")).isEqualTo("Pending");
        assertThat(found.of(peer.asn())).isEmpty();

        // When
        var approved = ALICE.approves(peer, Map.of("reason", "we know them"));
        var again = ALICE.approves(peer, Map.of("reason", "we know them"));

        // Then
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(approved.jsonPath().getString("validationState")).isEqualTo("Approved");
        assertThat(again.asString()).isEqualTo(approved.asString());
        var finding = (PeerAsnValidated) found.await(peer.asn(), 1);
        assertThat(finding.getValidationState()).isEqualTo(ValidationState.Approved);
        assertThat(finding.getMetadata().getActor()).isEqualTo("alice");
        assertThat(finding.getReason()).isEqualTo("we know them");
        assertThat(found.of(peer.asn())).hasSize(1);
    }

    @Test
    void failedSoftRuleIsOverriddenWithReason() {
        // Given
        var peer = registered(RegistrationCase.fresh().writingFrom("noc@gmail.com"));

        // When
        var without = ALICE.approves(peer, Map.of("reason", "fine"));
        var misfit = ALICE.approves(peer, Map.of("overrides", Map.of("public-asn", "fine")));
        var with = ALICE.approves(peer, Map.of("overrides", Map.of("corporate-email", "one-person network")));

        // Then
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.jsonPath().getString("code")).isEqualTo("OverridesNeeded");
        assertThat(misfit.statusCode()).isEqualTo(400);
        assertThat(misfit.jsonPath().getString("errors[0].field")).isEqualTo("overrides.public-asn");
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(((PeerAsnValidated) found.await(peer.asn(), 1)).getOutcomes())
                .filteredOn(outcome -> outcome.getOutcome() == RuleResult.Overridden)
                .singleElement()
                .extracting(RuleOutcome::getOverrideReason)
                .isEqualTo("one-person network");
    }

    @Test
    void nobodyApprovesTheirOwnRegistrationHoweverTheySpellIt() {
        // Given
        var peer = registered(RegistrationCase.fresh());

        // When
        var own = OWNER.approves(peer, Map.of());

        // Then
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(ALICE.reads(peer).getString("validationState")).isEqualTo("Pending");
    }

    @Test
    void tenAtOnceMakeOneFinding() {
        // Given
        var peer = registered(RegistrationCase.fresh());

        // When
        var statuses = IntStream.range(0, 10)
                .mapToObj(number -> Registrar.called("operator-" + number).approvesAsync(peer))
                .toList()
                .stream()
                .map(answer -> answer.join().statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
        found.await(peer.asn(), 1);
        assertThat(found.of(peer.asn())).hasSize(1);
    }

    @Test
    void decisionOnARevisionThatWasReplacedIsOneOnTheLatest() {
        // Given
        var first = registered(RegistrationCase.fresh());
        var second = registered(first.revision(2, ValidationState.Pending));

        // When
        ALICE.approves(first, Map.of());

        // Then
        assertThat(((PeerAsnValidated) found.await(second.asn(), 1)).getRevision())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"None,409", "Approved,409", "Failed,200"})
    void whatIsNotPendingIsDecidedOnlyWhereThatChangesSomething(ValidationState state, int status) {
        // Given
        var peer = registered(RegistrationCase.fresh().revision(1, state));

        // When
        var answer = ALICE.approves(peer, Map.of());

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void pagesLeadThroughTheQueueTheOldestFirst() {
        // Given
        var mine = IntStream.range(0, 5)
                .mapToObj(number -> registered(RegistrationCase.fresh()
                        .registeredAt(Instant.parse("2026-10-0" + (1 + number / 2) + "T00:00:00Z"))))
                .map(RegistrationCase::asn)
                .toList();

        // When
        var seen = new ArrayList<Long>();
        var next = "/peer-asn-reviews?validationState=Pending&limit=2";
        while (next != null) {
            var page = OPERATOR_ONLY.gets(next);
            page.jsonPath().<Number>getList("items.asn").forEach(asn -> seen.add(asn.longValue()));
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }

        // Then
        assertThat(seen).doesNotHaveDuplicates().containsAll(mine);
        assertThat(seen.stream().filter(mine::contains)).containsExactlyElementsOf(mine);
    }

    @Test
    void analystSeesNobodysAddressAndPeersSeeNothing() {
        // Given
        var peer = registered(RegistrationCase.fresh());
        var path = "/peer-asn-reviews/" + peer.asn();

        // When
        var masked = ANALYST.gets(path);
        var list = ANALYST.gets("/peer-asn-reviews?limit=200");

        // Then
        assertThat(masked.jsonPath().getString("contacts[0].email")).isEqualTo("n***@peer-networks.net");
        assertThat(masked.jsonPath().getString("registeredBy")).isEqualTo("n***@peer-networks.net");
        assertThat(masked.asString() + list.asString()).doesNotContain("nora", "Nora", "5550100");
        for (var who : List.of(ANALYST, OPERATOR_ONLY)) {
            assertThat(who.approves(peer, Map.of()).statusCode()).isEqualTo(403);
            assertThat(who.rejects(peer, "no").statusCode()).isEqualTo(403);
        }
        var own = new Registrar(Bearer.peer("nora", peer.asn()));
        assertThat(own.gets(path).statusCode()).isEqualTo(403);
        assertThat(own.gets("/peer-asn-reviews").statusCode()).isEqualTo(403);
        assertThat(own.approves(peer, Map.of()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "AS3333", "1.10", "4294967296", "99999999999999999999", "03333", "%EF%BC%93", "x"})
    void whatIsNoAsNumberIsNamed(String asn) {
        // When
        var read = ALICE.gets("/peer-asn-reviews/" + asn);
        var decided = ALICE.posts("/peer-asn-reviews/" + asn + "/approve", Map.of());

        // Then
        assertThat(List.of(read, decided)).allSatisfy(answer -> {
            assertProblem(answer, 400);
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("asn");
        });
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("approve", "null", "wish"),
                arguments("approve", "[]", "body"),
                arguments("approve", "{\"because\":\"a\"}", "because"),
                arguments("approve", "{\"reason\":\"a\",\"reason\":\"b\"}", "body"),
                arguments("approve", "{\"reason\":\"a\\u202eb\"}", "reason"),
                arguments("approve", "{\"reason\":\"\\u0000\"}", "reason"),
                arguments("approve", "{\"overrides\":{\"corporate-email\":\"\"}}", "overrides"),
                arguments("reject", "{}", "reason"),
                arguments("reject", "{\"reason\":\"" + "x".repeat(2001) + "\"}", "reason"),
                arguments("reject", "{\"reason\":\"a\",\"ruleIds\":[\"vibes\"]}", "ruleIds[0]"),
                arguments("reject", "{\"reason\":\"a\",\"ruleIds\":[null]}", "ruleIds[0]"),
                arguments("reject", "{\"reason\":\"a\",\"ruleIds\":\"vibes\"}", "ruleIds"),
                arguments("reject", "{\"reason\":\"a\",\"ruleIds\":[1]}", "ruleIds[0]"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badBodyIsAProblemThatNamesTheField(String what, String body, String field) {
        // Given
        var peer = registered(RegistrationCase.fresh());

        // When
        var answer = ALICE.posts("/peer-asn-reviews/" + peer.asn() + "/" + what, body);

        // Then
        assertProblem(answer, 400);
        assertThat(answer.jsonPath().getString("errors[0].field")).contains(field);
        assertThat(ALICE.reads(peer).getString("validationState")).isEqualTo("Pending");
        assertThat(found.of(peer.asn())).isEmpty();
    }

    @Test
    void registrationThatDoesNotExistIsNotFound() {
        // When
        var answer = ALICE.approves(RegistrationCase.fresh(), Map.of());

        // Then
        assertProblem(answer, 404);
    }

    private RegistrationCase registered(RegistrationCase peer) {
        log.says(peer.registered());
        ALICE.awaitsRevision(peer);
        return peer;
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
