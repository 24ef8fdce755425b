package io.directpeering.provisioning.allocation;

import io.directpeering.provisioning.router.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SessionNetTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.4/31, IPV4, 198.51.100.4, 198.51.100.5",
        "198.51.100.4/30, IPV4, 198.51.100.5, 198.51.100.6",
        "2001:db8::2/127, IPV6, 2001:db8::2, 2001:db8::3",
        "2001:db8::4/126, IPV6, 2001:db8::5, 2001:db8::6",
        "2001:DB8:0:0::/127, IPV6, 2001:db8::, 2001:db8::1",
    })
    void derivesBothAddresses(String prefix, Family family, String peer, String operator) {
        // When
        var net = SessionNet.of(prefix);

        // Then
        assertThat(net.family()).isEqualTo(family);
        assertThat(net.peerAddress()).isEqualTo(peer);
        assertThat(net.operatorAddress()).isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"198.51.100.5/31", "198.51.100.0/29", "198.51.100.4", "2001:db8::1/127", "nonsense", "::/64"})
    void refusesWhatIsNoSessionPrefix(String prefix) {
        assertThatThrownBy(() -> SessionNet.of(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(prefix);
    }

    @Test
    void knowsItsLength() {
        assertThat(SessionNet.of("2001:db8::4/126").prefixLength()).isEqualTo(126);
    }
}
