package io.directpeering.provisioning.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.LinkTest;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;
import io.directpeering.provisioning.session.Checks.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksTest {

    private static final UUID CONNECTION = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SessionSighting HEALTHY =
            seen(BgpState.ESTABLISHED, 64_000L, 20, 0, NOW.minusSeconds(9), null);

    @Test
    void everythingPassesOnAHealthySession() {
        // When
        var checks = checks(Policy.DENY_ALL, HEALTHY, test(10));

        // Then
        assertThat(checks).allMatch(Check::passed);
        assertThat(checks)
                .extracting(Check::name)
                .containsExactly(
                        "remote-asn-ipv4",
                        "session-established-ipv4",
                        "max-prefix-ipv4",
                        "no-flap-ipv4",
                        "deny-all-in-force",
                        "link-test");
        assertThat(Checks.reason(checks)).isEmpty();
    }

    @Test
    void noLinkTestIsNoFault() {
        assertThat(checks(Policy.DENY_ALL, HEALTHY, null)).allMatch(Check::passed);
    }

    @Test
    void aSessionThatIsNotUpTellsWhereToLook() {
        // When
        var checks = checks(
                Policy.DENY_ALL,
                seen(BgpState.CONNECT, null, 0, 0, null, "TCP connection to port 179 timed out"),
                null);

        // Then
        assertThat(failed(checks)).contains("session-established-ipv4", "remote-asn-ipv4", "no-flap-ipv4");
        assertThat(Checks.reason(checks))
                .contains("198.51.100.0 is Connect", "timed out", "neighbour 198.51.100.1 in AS 64500", "179");
    }

    @Test
    void aWrongAsnTellsWhichCameAndWhichIsRegistered() {
        // When
        var checks = checks(Policy.DENY_ALL, seen(BgpState.IDLE, 64_999L, 0, 0, null, "bad peer AS"), null);

        // Then
        assertThat(failed(checks)).contains("remote-asn-ipv4");
        assertThat(Checks.reason(checks)).contains("AS 64999", "AS 64000 is registered", "configure AS 64000");
    }

    @Test
    void anAsnThatTheRouterRefusedWithoutSayingWhichIsStillAWrongOne() {
        // When
        var checks = checks(Policy.DENY_ALL, seen(BgpState.ACTIVE, null, 0, 0, null, "BGP Error: Bad peer AS"), null);

        // Then
        assertThat(Checks.reason(checks))
                .contains("Your router sent another AS number; AS 64000 is registered", "configure AS 64000");
    }

    @Test
    void silenceNamesTheKeyAndNeverItsText() {
        // Given
        var sighting = new Sighting(
                CONNECTION, "hash", "", Policy.DENY_ALL, List.of(seen(BgpState.CONNECT, null, 0, 0, null, null)));

        // When
        var keyed = new Checks(plan(new Authentication.Md5("ams-17"), null), sighting, Duration.ofSeconds(1), NOW);

        // Then
        assertThat(Checks.reason(keyed.all())).contains("the TCP MD5 key that is agreed as ams-17", "silence");
        assertThat(Checks.reason(checks(Policy.DENY_ALL, seen(BgpState.CONNECT, null, 0, 0, null, null), null)))
                .contains("your side sets no session key");
    }

    @Test
    void tooManyPrefixesTellHowManyAreAgreed() {
        // When
        var checks =
                checks(Policy.DENY_ALL, seen(BgpState.ESTABLISHED, 64_000L, 1001, 0, NOW.minusSeconds(9), null), null);

        // Then
        assertThat(failed(checks)).containsExactly("max-prefix-ipv4");
        assertThat(Checks.reason(checks)).contains("1001 IPv4 prefixes received, at most 1000");
    }

    @Test
    void aSessionThatFellJustNowIsNotQuiet() {
        // When
        var checks =
                checks(Policy.DENY_ALL, seen(BgpState.ESTABLISHED, 64_000L, 20, 0, NOW.minusMillis(500), null), null);

        // Then
        assertThat(failed(checks)).containsExactly("no-flap-ipv4");
        assertThat(Checks.reason(checks)).contains("up for 0.5 s");
    }

    @Test
    void routesThatGotThroughFailDenyAll() {
        assertThat(failed(checks(
                        Policy.DENY_ALL, seen(BgpState.ESTABLISHED, 64_000L, 20, 1, NOW.minusSeconds(9), null), null)))
                .containsExactly("deny-all-in-force");
        assertThat(failed(checks(Policy.OPEN, HEALTHY, null))).containsExactly("deny-all-in-force");
    }

    @Test
    void lostPacketsFailTheLinkTest() {
        // When
        var checks = checks(Policy.DENY_ALL, HEALTHY, test(7));

        // Then
        assertThat(failed(checks)).containsExactly("link-test");
        assertThat(Checks.reason(checks)).contains("7 of 10 packets came back", "optics");
    }

    @Test
    void aMissingFamilyIsNotForgotten() {
        // Given
        var sighting = new Sighting(CONNECTION, "hash", "", Policy.DENY_ALL, List.of());

        // When
        var checks = new Checks(plan(null), sighting, Duration.ofSeconds(1), NOW).all();

        // Then
        assertThat(failed(checks)).contains("session-established-ipv4");
        assertThat(Checks.reason(checks)).contains("missing on the router");
    }

    private static List<Check> checks(Policy policy, SessionSighting seen, @Nullable LinkTest test) {
        return new Checks(
                        plan(test),
                        new Sighting(CONNECTION, "hash", "", policy, List.of(seen)),
                        Duration.ofSeconds(1),
                        NOW)
                .all();
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    private static SessionSighting seen(
            BgpState state,
            @Nullable Long asn,
            int received,
            int accepted,
            @Nullable Instant since,
            @Nullable String error) {
        return new SessionSighting(Family.IPV4, state, asn, received, accepted, 0, 0, since, error);
    }

    private static LinkTest test(int received) {
        return new LinkTest(received == 10, 10, received, 0.4, null, null, null);
    }

    private static Plan plan(@Nullable LinkTest test) {
        return plan(new Authentication.None(), test);
    }

    private static Plan plan(Authentication auth, @Nullable LinkTest test) {
        var family = new FamilySpec(Family.IPV4, "198.51.100.0", "198.51.100.1", 31, 1000);
        return new Plan(
                new UUID(3, 4),
                "fra1-edge1",
                new SessionSpec(CONNECTION, "xe-0/0/1", 64_500, 64_000, auth, List.of(family)),
                List.of(),
                test);
    }
}
