package io.directpeering.request.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.index.Holdings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JudgeTopologyTest {

    /// Names of nodes and stores are names of topics on the broker: a change of them loses state.
    @Test
    void shapeIsAsWritten() throws IOException {
        // Given
        var topology = new JudgeTopology(
                PlainSerde.serde(),
                (_, _, _) -> {},
                new Deadlines(TestDeadlines.byDefault()),
                new Census(new SimpleMeterRegistry(), Clock.systemUTC()),
                TestDrift.byDefault(),
                new AlarmBoard(new SimpleMeterRegistry()),
                new Holdings(new Deadlines(TestDeadlines.byDefault())));

        // When
        var shape = topology.build().describe().toString();

        // Then
        try (var in = JudgeTopologyTest.class.getResourceAsStream("/topology/shape.txt")) {
            assertThat(shape.strip()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
