package io.directpeering.http.path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/peerings",
                "/peerings/5f0c7f2e-0000-4000-8000-000000000000/connections/a/retry",
                "/peer-asns/%EF%BC%93",
                "/peer-asns/%203320",
                "/peer-asns/0.3320",
                "/q/openapi"
            })
    void letsPlainPathsPass(String path) {
        // When
        var plain = PlainPaths.isPlain(path);

        // Then
        assertThat(plain).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/peerings;x",
                "/peerings%3Bx",
                "/peerings%3bx",
                "//peerings",
                "/peerings//x",
                "/peerings/%2e%2e/peer-asns",
                "/peerings/..%2fpeer-asns",
                "/peerings/../peer-asns",
                "/peerings/./x",
                "/peerings/..",
                "/peerings\\x",
                "/peerings%5Cx",
                "/peerings/%00",
                "/peerings/%0a",
                "/peerings/%252e",
                "/peerings/%c0%ae"
            })
    void findsWhatCouldBeReadInTwoWays(String path) {
        // When
        var plain = PlainPaths.isPlain(path);

        // Then
        assertThat(plain).isFalse();
    }
}
