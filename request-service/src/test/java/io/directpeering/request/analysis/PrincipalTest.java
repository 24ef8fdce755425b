package io.directpeering.request.analysis;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrincipalTest {

    @ParameterizedTest
    @CsvSource({
        "operator, operator",
        "provisioning-service, provisioning-service",
        "noc@peer.example, n***@peer.example",
        "@peer.example, ***",
        "a@b@peer.example, a***@peer.example"
    })
    void addressReachesNobody(String name, String shown) {
        assertThat(Principal.shown(name)).isEqualTo(shown);
    }
}
