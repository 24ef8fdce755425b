package io.directpeering.provisioning.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.directpeering.events.LinkTest;
import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.router.Sighting.SessionSighting;

/// The end-to-end validation of a connection: what was planned against what is seen.
///
/// @param quietFor how long the sessions must have been up
record Checks(Plan plan, Sighting sighting, Duration quietFor, Instant now) {

    /// One check's result.
    ///
    /// @param evidence what was seen
    /// @param remedy   what the peer's engineer can do where it did not pass
    record Check(String name, boolean passed, String evidence, String remedy) {}

    /// Every check, in the order in which an engineer would look.
    List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var family : plan.spec().families()) {
            var seen = sighting.sessions().stream()
                    .filter(session -> session.family() == family.family())
                    .findFirst();
            checks.add(remoteAsn(family, seen));
            checks.add(established(family, seen));
            checks.add(maxPrefix(family, seen));
            checks.add(noFlap(family, seen));
        }
        checks.add(denyAll());
        Optional.ofNullable(plan.linkTest()).map(Checks::linkTest).ifPresent(checks::add);
        return checks;
    }

    private Check established(FamilySpec family, Optional<SessionSighting> seen) {
        var state = seen.map(session -> session.state().label()).orElse("missing on the router");
        var error = seen.flatMap(session -> Optional.ofNullable(session.lastError()))
                .map(text -> "; last error: " + text)
                .orElse("");
        return new Check(
                "session-established-" + suffix(family),
                seen.filter(session -> session.state() == BgpState.ESTABLISHED).isPresent(),
                "The " + label(family) + " session with " + family.peerAddress() + " is " + state + error,
                "see that your router has " + family.peerAddress() + "/" + family.prefixLength()
                        + " on the port and a neighbour " + family.operatorAddress() + " in AS "
                        + plan.spec().operatorAsn() + ", that TCP port 179 is reachable, and "
                        + authentication());
    }

    /// A wrong key looks like silence on either side, so it is named whenever a session is not up.
    private String authentication() {
        return switch (plan.spec().auth()) {
            case Authentication.None() -> "that your side sets no session key, as none is agreed";
            case Authentication.Md5(var key) ->
                "that your side has the TCP MD5 key that is agreed as " + key
                        + ": a wrong or missing one shows as nothing but silence";
            case Authentication.TcpAo(var key) ->
                "that your side has the TCP-AO key that is agreed as " + key
                        + ": a wrong or missing one shows as nothing but silence";
        };
    }

    private Check remoteAsn(FamilySpec family, Optional<SessionSighting> seen) {
        var expected = plan.spec().peerAsn();
        var sent = seen.flatMap(session -> Optional.ofNullable(session.remoteAsn()));
        return new Check(
                "remote-asn-" + suffix(family),
                sent.filter(asn -> asn == expected).isPresent(),
                sent.map(asn -> "Your router says AS " + asn)
                                .orElseGet(() -> saidAnotherAsn(seen)
                                        ? "Your router sent another AS number"
                                        : "Your router has not sent an AS number yet")
                        + "; AS " + expected + " is registered (" + label(family) + ")",
                "configure AS " + expected + " as the local AS of the " + label(family) + " session");
    }

    /// Daemons that refuse an OPEN tell why, and not which number was in it.
    private static boolean saidAnotherAsn(Optional<SessionSighting> seen) {
        return seen.flatMap(session -> Optional.ofNullable(session.lastError()))
                .filter(error -> error.toLowerCase(Locale.ROOT).contains("bad peer as"))
                .isPresent();
    }

    private Check maxPrefix(FamilySpec family, Optional<SessionSighting> seen) {
        int received = seen.map(SessionSighting::prefixesReceived).orElse(0);
        return new Check(
                "max-prefix-" + suffix(family),
                received <= family.maxPrefix(),
                received + " " + label(family) + " prefixes received, at most " + family.maxPrefix() + " agreed",
                "filter what you announce to at most " + family.maxPrefix() + " " + label(family)
                        + " prefixes, or ask for a higher maximum");
    }

    private Check noFlap(FamilySpec family, Optional<SessionSighting> seen) {
        var up = seen.flatMap(session -> Optional.ofNullable(session.establishedAt()))
                .map(since -> Duration.between(since, now));
        int flaps = seen.map(SessionSighting::flaps).orElse(0);
        return new Check(
                "no-flap-" + suffix(family),
                up.filter(lasting -> lasting.compareTo(quietFor) >= 0).isPresent(),
                "The " + label(family) + " session has been up for "
                        + up.map(lasting -> lasting.toMillis() / 1000.0 + " s").orElse("no time at all")
                        + " and fell " + flaps + " times; " + quietFor.toMillis() / 1000.0
                        + " s without a fall are demanded",
                "find why the session falls: hold timers, optical levels, the maximum of prefixes on your side");
    }

    private Check denyAll() {
        var accepted = sighting.sessions().stream()
                .mapToInt(SessionSighting::prefixesAccepted)
                .sum();
        var advertised = sighting.sessions().stream()
                .mapToInt(SessionSighting::prefixesAdvertised)
                .sum();
        return new Check(
                "deny-all-in-force",
                sighting.policy() == Policy.DENY_ALL && accepted == 0 && advertised == 0,
                "Policy " + sighting.policy() + ": " + accepted + " prefixes accepted, " + advertised + " advertised",
                "nothing: this is for the operator to mend");
    }

    private static Check linkTest(LinkTest test) {
        return new Check(
                "link-test",
                test.getPassed(),
                test.getPacketsReceived() + " of " + test.getPacketsSent() + " packets came back",
                "check the cross-connect and the optics, and run the link test again after a retry");
    }

    /// Tells the peer's engineer what to mend.
    static String reason(List<Check> checks) {
        return checks.stream()
                .filter(check -> !check.passed())
                .flatMap(check -> Stream.of(check.evidence() + ": " + check.remedy() + "."))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String label(FamilySpec family) {
        return family.family().label();
    }

    private static String suffix(FamilySpec family) {
        return switch (family.family()) {
            case IPV4 -> "ipv4";
            case IPV6 -> "ipv6";
        };
    }
}
