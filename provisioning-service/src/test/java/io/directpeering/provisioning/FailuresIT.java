package io.directpeering.provisioning;

import java.util.List;
import java.util.Map;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.BgpValidationFailed;
import io.directpeering.events.CheckResult;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.LinkTested;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.Origin;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.events.TrafficOpened;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class FailuresIT {

    private Suite suite;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void aWrongAsnFailsValidationWithAReasonAndARetryKeepsPortAndAddresses() {
        // Given
        var peering = suite.approved(1);
        var connection = peering.connection(0);
        var letter = suite.awaitFact(connection, LoaIssued.class);
        suite.tell(connection, Map.of("asn", 65_100));

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        var failure = suite.awaitFact(connection, BgpValidationFailed.class);
        assertThat(failure.getReason()).contains("AS 65100", "AS 64000 is registered");
        assertThat(failure.getChecks())
                .filteredOn(check -> !check.getPassed())
                .extracting(CheckResult::getName)
                .contains("remote-asn-ipv4", "session-established-ipv6");

        // When
        suite.tell(connection, Map.of());
        suite.judge.publish(() -> peering.allTo(ConnectionState.ProvisioningStarted, "RetryRequested"));
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        suite.awaitFact(connection, TrafficOpened.class);
        var provisioned = suite.judge.statedFacts(connection).stream()
                .filter(BgpSessionProvisioned.class::isInstance)
                .map(BgpSessionProvisioned.class::cast)
                .toList();
        assertThat(provisioned).hasSize(2).allSatisfy(each -> {
            assertThat(each.getRouter()).isEqualTo(letter.getDemarcation().getRouter());
            assertThat(each.getSessions().toString())
                    .isEqualTo(letter.getSessions().toString());
        });
        assertThat(suite.judge.stated(connection))
                .as("the cross-connect is there")
                .containsOnlyOnce("LoaIssued");
        suite.simulator(connection).body("changes.what", contains("DENY_ALL", "OPEN"));
    }

    @Test
    void tooManyPrefixesAndAFlappingSessionFailValidation() {
        // Given
        var many = suite.approved(1);
        var flapping = suite.approved(1);
        suite.tell(many.connection(0), Map.of("prefixesV4", 1001));
        suite.tell(flapping.connection(0), Map.of("flapEveryMs", 300));

        // When
        suite.post(many, "wiring-completed", Map.of()).statusCode(200);
        suite.post(flapping, "wiring-completed", Map.of()).statusCode(200);

        // Then
        assertThat(suite.awaitFact(many.connection(0), BgpValidationFailed.class)
                        .getReason())
                .contains("1001 IPv4 prefixes received, at most 1000 agreed");
        assertThat(suite.awaitFact(flapping.connection(0), BgpValidationFailed.class)
                        .getChecks())
                .filteredOn(check -> !check.getPassed())
                .extracting(CheckResult::getName)
                .contains("no-flap-ipv4");
        suite.simulator(many.connection(0)).body("changes.what", contains("DENY_ALL"));
    }

    @Test
    void aRouterThatRefusesEndsTheAttempt() {
        // Given
        var peering = suite.approved(1);
        suite.tell(peering.connection(0), Map.of("router", "Rejects"));

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        assertThat(suite.awaitFact(peering.connection(0), ProvisioningAborted.class)
                        .getReason())
                .contains("The router refuses the session");
    }

    @Test
    void aBreakInTheMiddleIsMendedAndTheRouterIsChangedOncePerCause() {
        // Given
        var peering = suite.approved(1);
        var connection = peering.connection(0);
        suite.tell(connection, Map.of("crashAfterStep", 1));

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        suite.awaitFact(connection, TrafficOpened.class);
        suite.simulator(connection).body("changes.what", contains("DENY_ALL", "OPEN"));
        assertThat(suite.judge.stated(connection)).doesNotHaveDuplicates();
    }

    @Test
    void noFreePortEndsTheAttemptWithAReason() {
        // Given
        var wide = TestPeering.wanted(58, 1, 200_000);

        // When
        var peering = suite.started(TestPeering.of(Origin.New, wide));

        // Then
        assertThat(suite.awaitFact(peering.connection(0), ProvisioningAborted.class)
                        .getReason())
                .contains("No port of 200000 Mbps is free in Digital Realty Frankfurt FRA1-16", "Retry");

        // When
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));

        // Then
        suite.awaitTimes(peering.connection(0), "Deprovisioned", 1);
    }

    @Test
    void aPeersOwnPrefixIsUsedOnce() {
        // Given
        var first = suite.started(TestPeering.of(Origin.New, List.of(withOwnPrefix("192.0.2.8/30"))));
        var letter = suite.awaitFact(first.connection(0), LoaIssued.class);

        // When
        var second = suite.started(TestPeering.of(Origin.New, List.of(withOwnPrefix("192.0.2.10/31"))));

        // Then
        assertThat(letter.getSessions()).singleElement().satisfies(session -> {
            assertThat(session.getPeerAddress()).isEqualTo("192.0.2.9");
            assertThat(session.getOperatorAddress()).isEqualTo("192.0.2.10");
        });
        assertThat(suite.awaitFact(second.connection(0), ProvisioningAborted.class)
                        .getReason())
                .contains("192.0.2.10/31 overlaps");
    }

    @Test
    void aLegacyLinkIsNotTouchedUntilItIsRemoved() {
        // Given
        var peering = TestPeering.of(Origin.Legacy, TestPeering.wanted(58, 1));
        suite.judge.knows(peering);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingApproval, "LegacyConversionRequested"));

        // When
        suite.judge.publish(() -> peering.allTo(ConnectionState.Active, "Approved"));
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));

        // Then
        suite.awaitTimes(peering.connection(0), "Deprovisioned", 1);
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("Deprovisioned");
        suite.simulator(peering.connection(0)).body("changes", empty());
    }

    @Test
    void theOperatorGivesAnAttemptUp() {
        // Given
        var peering = suite.approved(1);

        // When
        var answer = suite.post(peering, "abort", Map.of("reason", "fibre cut"));

        // Then
        answer.statusCode(200).body("state", equalTo("ProvisioningFailed"));
        assertThat(suite.awaitFact(peering.connection(0), ProvisioningAborted.class)
                        .getMetadata()
                        .getActor())
                .isEqualTo("bob");
    }

    @Test
    void theRouterPingsAndWhatComesBackIsRecorded() {
        // Given
        var peering = suite.approved(1);
        var silent = suite.approved(1);
        suite.tell(silent.connection(0), Map.of("silent", true));

        // When
        suite.post(peering, "link-tests/run", Map.of("packets", 7)).statusCode(201);
        suite.post(silent, "link-tests/run", Map.of()).statusCode(201);

        // Then
        var passed = suite.awaitFact(peering.connection(0), LinkTested.class).getTest();
        assertThat(passed.getPassed()).isTrue();
        assertThat(passed.getPacketsSent()).isEqualTo(7);
        assertThat(passed.getRoundTripMinMs()).isPositive();
        assertThat(passed.getNote()).contains("169.254.0.1");
        var failed = suite.awaitFact(silent.connection(0), LinkTested.class).getTest();
        assertThat(failed.getPassed()).isFalse();
        assertThat(failed.getPacketsReceived()).isZero();

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        suite.awaitFact(peering.connection(0), TrafficOpened.class);
        suite.post(peering, "link-tests/run", Map.of())
                .statusCode(409)
                .body("code", equalTo("NotAllowedInState"))
                .body("state", equalTo("Active"));
        suite.post(peering, "link-tests/run", Map.of("packets", 51))
                .statusCode(400)
                .body("errors.field", contains("packets"));
    }

    @Test
    void whatTheJudgeRefusesIsAConflictWithItsReason() {
        // Given
        var peering = suite.approved(1);
        suite.judge.refused.add("LinkTested");

        // When
        var answer = suite.post(peering, "link-tests", Map.of("packetsSent", 3, "packetsReceived", 3));
        suite.judge.refused.clear();

        // Then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NotAllowedInState"))
                .body("reason", containsString("refuses every LinkTested"))
                .body("state", equalTo("ProvisioningStarted"))
                .body("sequence", equalTo((int) peering.sequence()));
    }

    private static RequestedConnection withOwnPrefix(String prefix) {
        var wanted = TestPeering.wanted(58, 1).getFirst();
        return RequestedConnection.newBuilder()
                .setConnectionId(wanted.getConnectionId())
                .setPeeringDBFacilityId(58)
                .setBandwidthInMbps(10_000)
                .setSessionAddressProvider(SessionAddressProvider.Peer)
                .setSessionPrefixV4(prefix)
                .setMaxPrefixesAdvertisedV4(1000)
                .setSessionAuth(SessionAuth.NoAuth)
                .build();
    }
}
