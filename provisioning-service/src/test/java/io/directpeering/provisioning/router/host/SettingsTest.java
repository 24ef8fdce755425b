package io.directpeering.provisioning.router.host;

import java.util.List;
import java.util.Map;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exports         |                | control.exports is missing",
                "exports         | two words      | control.exports is two words, which is not a name",
                "holdTimeSeconds | 2              | control.holdTimeSeconds is 2, which is no whole number from 3 to",
                "holdTimeSeconds | soon           | control.holdTimeSeconds is soon",
                "ttlSecurity     | yes            | control.ttlSecurity is yes, and may be true or false",
                "role            | friend         | control.role is friend, and may be one of peer, provider, customer",
                "keys            | etc/keys       | control.keys is etc/keys, which is no absolute path",
                "sokcet          | /run/bird.ctl  | control.sokcet is no setting of the driver bird; there are [bfd,",
            })
    void saysWhichRouterAndWhichSetting(String name, String value, String said) {
        // Given
        var settings = new Settings(router(Map.of("exports", "announced"), name, value));

        // Then
        assertThatThrownBy(() -> {
                    SessionOptions.from(settings);
                    settings.optionalPath("keys");
                    settings.demandNothingElse();
                })
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("catalogue: router fra1-edge1: ")
                .hasMessageContaining(said);
    }

    @Test
    void whatIsNotSaidIsOrdinary() {
        // When
        var options = SessionOptions.from(new Settings(router(Map.of(), "exports", "announced")));

        // Then
        assertThat(options.holdTimeSeconds()).isEqualTo(90);
        assertThat(options.ttlSecurity()).isFalse();
        assertThat(options.role()).isEmpty();
    }

    private static EdgeRouter router(Map<String, String> usual, String name, String value) {
        var control = new java.util.HashMap<>(usual);
        control.put(name, value == null ? "" : value);
        return new EdgeRouter("fra1-edge1", 58, "bird", control, List.of());
    }
}
