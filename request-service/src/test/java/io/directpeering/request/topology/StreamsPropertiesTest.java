package io.directpeering.request.topology;

import java.nio.file.Path;
import java.util.Map;

import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsPropertiesTest {

    @Test
    void theJudgeSpeaksToTheBrokerAsTheServicesChannelsDo() {
        // Given
        Map<String, Object> broker = Map.of(
                "bootstrap.servers", "broker:9093",
                "security.protocol", "SSL",
                "ssl.keystore.location", "/tls/user.p12");

        // When
        var config = new StreamsConfig(StreamsProperties.of(TestSettings.of("judge-test", Path.of("target")), broker));

        // Then
        assertThat(config.getMainConsumerConfigs("judge-test", "client", 0)).containsAllEntriesOf(broker);
        assertThat(config.getProducerConfigs("client")).containsAllEntriesOf(broker);
        assertThat(config.getAdminConfigs("client")).containsAllEntriesOf(broker);
    }
}
