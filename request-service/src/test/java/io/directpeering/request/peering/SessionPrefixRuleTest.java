package io.directpeering.request.peering;

import inet.ipaddr.IPAddress;
import io.directpeering.http.problem.Violations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPrefixRuleTest {

    private final Violations violations = new Violations();

    @ParameterizedTest
    @ValueSource(
            strings = {"80.81.192.0/30", "80.81.192.2/31", "9.255.255.254/31", "11.0.0.0/31", "223.255.255.252/30"})
    void takesPublicIpv4(String text) {
        // When
        var prefix = SessionPrefixRule.IPV4.check(violations, "p", text);

        // Then
        assertThat(prefix).hasToString(text);
        assertThat(violations.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "80.81.192.1/31, host bits",
        "80.81.192.2/30, host bits",
        "80.81.192.0/29, length",
        "80.81.192.0/32, length",
        "80.81.192.0/24, length",
        "0.0.0.0/0, length",
        "10.0.0.0/31, 10.0.0.0/8",
        "10.255.255.254/31, 10.0.0.0/8",
        "172.16.0.0/30, 172.16.0.0/12",
        "172.31.255.252/30, 172.16.0.0/12",
        "192.168.0.0/31, 192.168.0.0/16",
        "169.254.0.0/31, 169.254.0.0/16",
        "169.254.255.252/30, 169.254.0.0/16",
        "192.0.2.0/31, 192.0.2.0/24",
        "198.51.100.0/30, 198.51.100.0/24",
        "203.0.113.254/31, 203.0.113.0/24",
        "100.64.0.0/31, 100.64.0.0/10",
        "127.0.0.0/31, 127.0.0.0/8",
        "198.18.0.0/31, 198.18.0.0/15",
        "0.0.0.0/31, 0.0.0.0/8",
        "224.0.0.0/30, 224.0.0.0/4",
        "255.255.255.254/31, 240.0.0.0/4"
    })
    void refusesOtherIpv4AndSaysWhy(String text, String why) {
        // When
        var prefix = SessionPrefixRule.IPV4.check(violations, "p", text);

        // Then
        assertThat(prefix).isNull();
        assertThat(violations.all()).hasSize(1);
        assertThat(violations.all().getFirst().message()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "80.81.192.0", "80.81.192/30", "80.81.192.0/255.255.255.254", "080.081.192.000/31",
                        "0x50.81.192.0/31",
                "80.81.192.*/31", "80.81.192.0-1/31", " 80.81.192.0/31", "80.81.192.0/031", "2001:67c::/127",
                        "80.81.256.0/31",
                "80.81.192.0/33", "80.81.192.0/31\n", "/31", "1358020608/31"
            })
    void refusesOtherSpellingsOfIpv4(String text) {
        // When
        var prefix = SessionPrefixRule.IPV4.check(violations, "p", text);

        // Then
        assertThat(prefix).isNull();
        assertThat(violations.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:7f8:0:0:0:0:0:0/126, 2001:7f8::/126",
        "2001:7F8::2/127, 2001:7f8::2/127",
        "2a00:1450::/127, 2a00:1450::/127"
    })
    void takesGlobalUnicastIpv6AndSpellsItOneWay(String text, String canonical) {
        // When
        var prefix = SessionPrefixRule.IPV6.check(violations, "p", text);

        // Then
        assertThat(violations.all()).isEmpty();
        assertThat(prefix).extracting(IPAddress::toCanonicalString).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:7f8::1/127",
                "2001:7f8::2/126",
                "2001:7f8::/125",
                "2001:7f8::/128",
                "2001:7f8::/64",
                "fe80::/127",
                "fc00::/127",
                "fd00::/126",
                "ff02::/127",
                "::/127",
                "::1/127",
                "2001:db8::/127",
                "2001:db8:ffff::/126",
                "3fff::/127",
                "2002::/127",
                "2001::/127",
                "64:ff9b::/127",
                "4000::/127",
                "::ffff:80.81.192.0/127",
                "2001:7f8::",
                "2001:7f8::%eth0/127",
                "80.81.192.0/31",
                "2001:7f8:::/127",
                "gggg::/127",
                "2001:7f8::/129"
            })
    void refusesOtherIpv6(String text) {
        // When
        var prefix = SessionPrefixRule.IPV6.check(violations, "p", text);

        // Then
        assertThat(prefix).isNull();
        assertThat(violations.all()).hasSize(1);
    }
}
