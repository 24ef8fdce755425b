package io.directpeering.request.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.directpeering.request.topology.history.HistorianTopology;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistorianTopologyTest {

    /// Names of nodes and stores are names of topics on the broker: a change of them loses state.
    @Test
    void shapeIsAsWritten() throws IOException {
        // When
        var shape = new HistorianTopology(PlainSerde.serde()).build().describe().toString();

        // Then
        try (var in = HistorianTopologyTest.class.getResourceAsStream("/topology/history-shape.txt")) {
            assertThat(shape.strip()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
