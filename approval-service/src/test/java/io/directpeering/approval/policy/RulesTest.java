package io.directpeering.approval.policy;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

import io.directpeering.approval.policy.RegisteredPeer.Contact;
import io.directpeering.approval.policy.RegisteredPeer.Registration;
import io.directpeering.approval.policyfile.PolicyFile;
import io.directpeering.approval.policyfile.UnusablePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Each rule of the policy that comes with the service, with its thresholds.
class RulesTest {

    private static final Policy POLICY = shipped();

    @Test
    void everyRuleIsContentWithAGoodRequestOrSaysWhyItCannotJudge() {
        // Given
        var request = Requests.good();

        // When
        var outcomes = POLICY.judge(request);

        // Then
        assertThat(outcomes).extracting(RuleOutcome::outcome).containsOnly(Result.Passed, Result.NotApplicable);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.outcome() == Result.NotApplicable)
                .extracting(RuleOutcome::ruleId)
                .containsExactly("session-prefixes", "facility-presence", "routable-prefix", "irr", "rpki", "manrs");
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.evidence()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                -1,
                0,
                23456,
                64496,
                64511,
                64512,
                65534,
                65535,
                65536,
                65551,
                4200000000L,
                4294967294L,
                4294967295L,
                4294967296L
            })
    void asnThatIsNotPublicFails(long asn) {
        // When
        var outcome = outcome("public-asn", Requests.ofAsn(asn));

        // Then
        assertThat(outcome.outcome()).isEqualTo(Result.Failed);
        assertThat(outcome.severity()).isEqualTo(Severity.Hard);
        assertThat(outcome.evidence()).startsWith("AS" + asn + " is");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 23455, 23457, 64495, 65552, 4199999999L})
    void publicAsnPasses(long asn) {
        assertThat(outcome("public-asn", Requests.ofAsn(asn)).outcome()).isEqualTo(Result.Passed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Registration.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"Approved"})
    void registrationThatIsNotApprovedFails(Registration registration) {
        // When
        var outcome = outcome("asn-registration", Requests.registered(registration));

        // Then
        assertThat(outcome.outcome()).isEqualTo(Result.Failed);
        assertThat(outcome.evidence()).contains("AS3333 is " + registration);
    }

    @Test
    void nocContactNeedsBothEmailAndPhone() {
        // Given
        var split = Requests.reachedAt(
                new Contact(true, "noc@peer-networks.net", null),
                new Contact(true, null, "+49 69 5550100"),
                new Contact(false, "policy@peer-networks.net", "+49 69 5550101"));

        // When
        var outcome = outcome("noc-contact", split);

        // Then
        assertThat(outcome.outcome()).isEqualTo(Result.Failed);
        assertThat(outcome("noc-contact", Requests.reachedAt()).outcome()).isEqualTo(Result.Failed);
    }

    @ParameterizedTest
    @CsvSource({
        "noc@gmail.com,Failed",
        "noc@GMail.com,Failed",
        "noc@mail.yahoo.com,Failed",
        "noc@notgmail.com,Passed",
        "noc@peer-networks.net,Passed",
        ",NotApplicable"
    })
    void freeMailFailsSoftly(String email, Result expected) {
        // When
        var outcome = outcome("corporate-email", Requests.reachedAt(new Contact(true, email, "+49 69 5550100")));

        // Then
        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.severity()).isEqualTo(Severity.Soft);
        assertThat(outcome.evidence()).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource({"1000,100,Passed", "1000,,Failed", ",100,Failed"})
    void oneAddressFamilyOnlyFailsSoftly(Integer v4, Integer v6, Result expected) {
        // When
        var outcome = outcome("both-address-families", Requests.of(Requests.GOOD, Requests.maxPrefixes(v4, v6)));

        // Then
        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.severity()).isEqualTo(Severity.Soft);
    }

    @Test
    void singleConnectionFailsSoftly() {
        assertThat(outcome("redundancy", Requests.of(Requests.GOOD)).outcome()).isEqualTo(Result.Failed);
    }

    @ParameterizedTest
    @CsvSource({"fra1-edge1,fra1-edge2,Passed", "fra1-edge1,fra1-edge1,Failed"})
    void knownEdgeRoutersAreCounted(String one, String other, Result expected) {
        // When
        var outcome = outcome("redundancy", Requests.of(Requests.endingOn(one), Requests.endingOn(other)));

        // Then
        assertThat(outcome.outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10000,Passed",
        "20000,Passed",
        "100000,Passed",
        "0,Failed",
        "-10000,Failed",
        "1000,Failed",
        "9999,Failed",
        "15000,Failed",
        "110000,Failed"
    })
    void bandwidthLiesWithinBoundsInSteps(int mbps, Result expected) {
        // When
        var outcome = outcome("bandwidth", Requests.of(Requests.GOOD, Requests.bandwidth(mbps)));

        // Then
        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.severity()).isEqualTo(Severity.Hard);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,Passed",
        "20000,2000,Passed",
        "20001,2000,Failed",
        "20000,2001,Failed",
        "0,1,Failed",
        "1,0,Failed",
        ",,Failed"
    })
    void maxPrefixesLieWithinBounds(Integer v4, Integer v6, Result expected) {
        assertThat(outcome("max-prefix", Requests.of(Requests.maxPrefixes(v4, v6)))
                        .outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "58 60 18,Passed,AS3333 is listed at facility 58",
        "58,Failed,AS3333 is not listed at facility 60; it is at 58"
    })
    void listedPeerMustBeAtEachFacility(String listed, Result expected, String evidence) {
        // Given
        var request = Requests.presentAt(
                Stream.of(listed.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));

        // When
        var outcome = outcome("facility-presence", request);

        // Then
        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.severity()).isEqualTo(Severity.Hard);
        assertThat(outcome.evidence()).startsWith(evidence);
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"Failed", "NotApplicable"})
    void peerThatIsNotListedIsJudgedAsThePolicySays(Result whereUnknown) {
        // When
        var finding = new FacilityPresence(whereUnknown).examine(Requests.good());

        // Then
        assertThat(finding)
                .isEqualTo(new Finding(
                        whereUnknown, "Where AS3333 is present is not known here; it asks for facility 58."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"routable-prefix", "irr", "rpki", "manrs"})
    void whatIsAttestedIsShownAndNotJudged(String ruleId) {
        // When
        var outcome = outcome(ruleId, Requests.good());

        // Then
        assertThat(outcome.outcome()).isEqualTo(Result.NotApplicable);
        assertThat(outcome.severity()).isEqualTo(Severity.Advisory);
        assertThat(outcome.evidence()).startsWith("Attested by AS3333");
    }

    @Test
    void evidenceQuotesWhatWasAskedFor() {
        // Given
        var request = Requests.of(Requests.bandwidth(20_000), Requests.maxPrefixes(5, null));

        // When
        var outcomes = POLICY.judge(request);

        // Then
        assertThat(outcomes)
                .extracting(RuleOutcome::evidence)
                .contains(
                        "The connections ask for 20000, 10000 Mbps, which lies within 10000 to 100000.",
                        "Max-prefixes are 1000, 5 (IPv4, 1..20000) and 100, none (IPv6, 1..2000).",
                        "AS3333 has 1 Noc contact(s), 1 with both e-mail and phone.",
                        "Connection 2 (facility 58) asks for no IPv6 session.");
    }

    @Test
    void registrationIsJudgedByTheRulesAboutPeersAlone() {
        // Given
        var peer = Requests.peer(64500, Registration.Pending, null, new Contact(true, "noc@gmail.com", null));

        // When
        var outcomes = POLICY.judge(peer);

        // Then
        assertThat(outcomes)
                .extracting(RuleOutcome::ruleId, RuleOutcome::outcome)
                .containsExactly(
                        tuple("public-asn", Result.Failed),
                        tuple("noc-contact", Result.Failed),
                        tuple("corporate-email", Result.Failed));
    }

    private static RuleOutcome outcome(String ruleId, RequestedPeering request) {
        return POLICY.judge(request).stream()
                .filter(outcome -> outcome.ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow();
    }

    private static Policy shipped() {
        try (var yaml = RulesTest.class.getResourceAsStream("/policy.yaml")) {
            return PolicyFile.read(Objects.requireNonNull(yaml));
        } catch (IOException | UnusablePolicy e) {
            throw new IllegalStateException(e);
        }
    }
}
