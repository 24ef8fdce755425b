package io.directpeering.local.layout;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;

import io.directpeering.local.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {

    @Test
    void offsetMovesEveryPort() {
        // When
        var layout = Layout.of("/checkout", null, Map.of("PEERING_PORT_OFFSET", "100"));

        // Then
        assertThat(layout.url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:8180");
        assertThat(layout.jdbcUrl("request")).isEqualTo("jdbc:postgresql://127.0.0.1:15532/request");
        assertThat(layout.home()).isEqualTo(Path.of("/checkout/.local"));
    }

    @Test
    void noTwoPartsShareAPort() {
        // When
        var numbers = new HashSet<Integer>();
        for (var port : Port.values()) {
            numbers.add(port.number());
        }

        // Then
        assertThat(numbers).hasSameSizeAs(Port.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "1.5", "60000"})
    void wrongOffsetIsNamed(String offset) {
        // Given
        var environment = Map.of("PEERING_PORT_OFFSET", offset);

        // When, Then
        assertThatThrownBy(() -> Layout.of("/checkout", null, environment))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("PEERING_PORT_OFFSET")
                .hasMessageContaining("'" + offset + "'");
    }
}
