package io.directpeering.notification.recipient;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddrSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noc@example.net",
                "a.b+peering@sub.example.co.uk",
                "n_o-c'1@x-y.example",
                "noc@xn--mnchen-3ya.de"
            })
    void plainAddressesPass(String text) {
        // Given
        // When
        var address = AddrSpec.parse(text);
        // Then
        assertThat(address).map(AddrSpec::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noc",
                "@example.net",
                "noc@",
                "noc@localhost",
                "noc@example.net\n",
                "noc@example.net\r\nBcc: x@evil.example",
                "noc\n@example.net",
                "noc@example.net, x@evil.example",
                "noc@example.net x@evil.example",
                "Noc <noc@example.net>",
                "<noc@example.net>",
                "\"no c\"@example.net",
                "noc(comment)@example.net",
                "noc@[192.0.2.1]",
                "noc@192.0.2.1",
                "noc@example..net",
                ".noc@example.net",
                "noc.@example.net",
                "noc@-example.net",
                "noc@münchen.de",
                "nöc@example.net",
                "noc@example.net>",
                "noc@evil.example@example.net",
                "noc@example.net\u0000"
            })
    void anythingElseIsRefused(String text) {
        // Given
        // When
        var address = AddrSpec.parse(text);
        // Then
        assertThat(address).isEmpty();
    }
}
