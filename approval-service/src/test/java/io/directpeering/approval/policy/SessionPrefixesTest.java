package io.directpeering.approval.policy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPrefixesTest {

    private static final SessionPrefixes CHECK = new SessionPrefixes(
            new SessionPrefixes.Family(List.of(30, 31), List.of("0.0.0.0/0"), List.of("10.0.0.0/8", "169.254.0.0/16")),
            new SessionPrefixes.Family(List.of(126, 127), List.of("2000::/3"), List.of("2001:db8::/32")));

    @ParameterizedTest
    @CsvSource({"193.0.0.0/31,2a00:1450::/127", "193.0.0.4/30,2a00:1450::4/126", "193.0.0.0/31,", ",2A00:1450::/127"})
    void publicAlignedPrefixPasses(String v4, String v6) {
        assertThat(CHECK.examine(Requests.of(Requests.prefixes(v4, v6))).result())
                .isEqualTo(Result.Passed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "193.0.0.0/29", "193.0.0.0/32", "193.0.0.1/31", "193.0.0.2/30", "10.1.1.0/31", "169.254.1.0/30",
                "193.0.0/31", "193.0.0.0", "193.0.0.0/", "193.00.0.0/31", "010.1.1.0/31", "193.0.0.256/31",
                "193.0.0.0/031", "１９３.0.0.0/31", "193.0.0.0/31 ", "2a00:1450::/127", "peer.example/31", ""
            })
    void anythingElseFails(String v4) {
        assertThat(CHECK.examine(Requests.of(Requests.prefixes(v4, null))).result())
                .isEqualTo(Result.Failed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2a00:1450::/125",
                "2a00:1450::/128",
                "2a00:1450::1/127",
                "2a00:1450::2/126",
                "2001:db8::/127",
                "fe80::/127",
                "fe80::%eth0/127",
                "fc00::/126",
                "::ffff:193.0.0.0/127",
                "2a00:1450::/129",
                "193.0.0.0/31"
            })
    void anythingElseFailsInIPv6Too(String v6) {
        assertThat(CHECK.examine(Requests.of(Requests.prefixes(null, v6))).result())
                .isEqualTo(Result.Failed);
    }

    @ParameterizedTest
    @CsvSource({
        "193.0.0.0/30, 2001:67c::/126, Passed, ''",
        "193.0.0.0/30, , Failed, IPv6",
        ", 2001:67c::/126, Failed, IPv4",
        ", , Failed, IPv4"
    })
    void peerThatProvidesAddressesProvidesThemForEverySession(String v4, String v6, Result expected, String missing) {
        // When
        var finding = CHECK.examine(Requests.of(Requests.addressedByThePeer(v4, v6)));

        // Then
        assertThat(finding.result()).isEqualTo(expected);
        assertThat(finding.evidence()).contains(missing);
    }

    @Test
    void connectionsMustNotOverlap() {
        // Given
        var overlapping = Requests.of(Requests.prefixes("193.0.0.0/30", null), Requests.prefixes("193.0.0.2/31", null));
        var apart = Requests.of(Requests.prefixes("193.0.0.0/31", null), Requests.prefixes("193.0.0.2/31", null));

        // When
        var finding = CHECK.examine(overlapping);

        // Then
        assertThat(finding.result()).isEqualTo(Result.Failed);
        assertThat(finding.evidence()).isEqualTo("The prefix 193.0.0.2/31 overlaps another connection's.");
        assertThat(CHECK.examine(apart).result()).isEqualTo(Result.Passed);
    }
}
