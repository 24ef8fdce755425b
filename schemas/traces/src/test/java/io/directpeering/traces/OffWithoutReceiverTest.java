package io.directpeering.traces;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OffWithoutReceiverTest {

    private static final String OFF = "quarkus.otel.sdk.disabled";

    @Test
    void nothingIsTracedWhereNobodyReceivesIt() {
        assertThat(off(Map.of(OFF, "true"))).isTrue();
        assertThat(off(Map.of(OFF, "true", OffWithoutReceiver.RECEIVER, " "))).isTrue();
    }

    @Test
    void theReceiversAddressSwitchesTracesOn() {
        assertThat(off(Map.of(OFF, "true", OffWithoutReceiver.RECEIVER, "http://collector:4317")))
                .isFalse();
    }

    private static boolean off(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withInterceptors(new OffWithoutReceiver())
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .build();
        return config.getValue(OFF, Boolean.class);
    }
}
