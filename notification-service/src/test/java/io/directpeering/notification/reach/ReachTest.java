package io.directpeering.notification.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.directpeering.notification.reach.Reach.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReachTest {

    private final NameResolution toThePublic = host -> List.of(ip("8.8.8.8"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.net",
                "https://hooks.example.net/a/b?c=d%20e",
                "HTTPS://Hooks.Example.NET:8443/x",
                "https://xn--mnchen-3ya.de/",
                "https://1.hooks.example.net/"
            })
    void addressesOnThePublicInternetAreTaken(String address) {
        // Given
        var reach = new Reach(toThePublic, List.of(), false);
        // When
        var outcome = reach.of(address);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Open.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.net",
                "//hooks.example.net/",
                "mailto:a@example.net",
                "https:hooks.example.net",
                "https:///path",
                "https://",
                "ftp://hooks.example.net/",
                "file:///etc/passwd",
                "gopher://hooks.example.net/",
                "http://hooks.example.net/",
                "https://user@hooks.example.net/",
                "https://user:word@hooks.example.net/",
                "https://hooks.example.net@127.0.0.1/",
                "https://hooks.example.net/#part",
                "https://hooks.example.net:0/",
                "https://hooks.example.net:65536/",
                "https://hooks.example.net:99999/",
                "https://127.0.0.1/",
                "https://8.8.8.8/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://[64:ff9b::7f00:1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://router.home.arpa/",
                "https://host.localdomain/",
                "https://intranet/",
                "https://hooks.example.net./",
                "https://hooks..example.net/",
                "https://-hooks.example.net/",
                "https://hooks_a.example.net/",
                "https://hooks.example.0x7f/",
                "https://hooks.example.123/",
                "https://münchen.de/",
                "https://hooks.example.net/ä",
                "https://hooks.example.net/a b",
                "https://hooks.example.net/\r\nX: y",
                "https://hooks.example.net\n",
                "https://１２７.0.0.1/",
                "https://hooks。example。net/",
                "https://hooks.example.net\\@127.0.0.1/",
                "https://%6c%6f%63alhost/"
            })
    void anythingElseIsRefusedBeforeAnythingIsResolved(String address) {
        // Given
        var asked = new ArrayList<String>();
        var reach = new Reach(
                host -> {
                    asked.add(host);
                    return toThePublic.addressesOf(host);
                },
                List.of(),
                false);
        // When
        var outcome = reach.of(address);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void aNameThatLeadsInsideIsRefused(String inside) {
        // Given
        var reach = new Reach(host -> List.of(ip("8.8.8.8"), ip(inside)), List.of(), false);
        // When
        var outcome = reach.of("https://hooks.example.net/");
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Closed.class,
                        closed -> assertThat(closed.reason())
                                .contains("not on the public Internet")
                                .doesNotContain(inside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "169.253.1.1",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808"
            })
    void aNameThatLeadsOutsideIsTaken(String outside) {
        // Given
        var reach = new Reach(host -> List.of(ip(outside)), List.of(), false);
        // When
        var outcome = reach.of("https://hooks.example.net/");
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Open.class);
    }

    @Test
    void aNameWithoutAnAddressIsRefused() {
        // Given
        var unknown = new Reach(
                host -> {
                    throw new UnknownHostException(host);
                },
                List.of(),
                false);
        var empty = new Reach(host -> List.of(), List.of(), false);
        // When
        var outcomes = Stream.of(unknown, empty).map(reach -> reach.of("https://hooks.example.net/"));
        // Then
        assertThat(outcomes).allMatch(Outcome.Closed.class::isInstance);
    }

    @Test
    void anAllowedNetworkOpensItselfAndNothingElse() {
        // Given
        var reach = new Reach(
                host -> List.of(ip(host.equals("localhost") ? "127.0.0.1" : host)), List.of("10.20.0.0/16"), false);
        // When
        var allowed = reach.of("https://10.20.3.4/");
        var beside = reach.of("https://10.21.3.4/");
        var outside = reach.of("https://8.8.8.8/");
        var here = reach.of("https://localhost/");
        var spelledOddly = reach.of("https://012.024.3.4/");
        // Then
        assertThat(allowed).isInstanceOf(Outcome.Open.class);
        assertThat(List.of(beside, outside, here, spelledOddly)).allMatch(Outcome.Closed.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.0/33", "all", "", "*/0", "10.0.0.0/8 evil"})
    void anAllowedNetworkIsWrittenAsANetwork(String cidr) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new Reach(toThePublic, List.of(cidr), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
