package io.directpeering.provisioning.allocation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.directpeering.provisioning.allocation.PortChoice.PortName;
import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.catalogue.EdgeRouter.Port;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortChoiceTest {

    private static final EdgeRouter ONE = router("one", port("a", 10_000), port("b", 100_000));
    private static final EdgeRouter TWO = router("two", port("a", 10_000), port("b", 100_000));

    @Test
    void takesTheNarrowestPortThatIsWideEnough() {
        assertThat(new PortChoice(Set.of(), Set.of()).choose(List.of(ONE), 10_000))
                .hasValueSatisfying(chosen -> assertThat(chosen.port().name()).isEqualTo("a"));
        assertThat(new PortChoice(Set.of(), Set.of()).choose(List.of(ONE), 50_000))
                .hasValueSatisfying(chosen -> assertThat(chosen.port().name()).isEqualTo("b"));
    }

    @Test
    void avoidsTheRoutersOfThePeeringsOtherConnections() {
        assertThat(new PortChoice(Set.of(), Set.of("one")).choose(List.of(ONE, TWO), 10_000))
                .hasValueSatisfying(chosen -> assertThat(chosen.router()).isEqualTo(TWO));
    }

    @Test
    void takesTheSameRouterWhereThereIsNoOther() {
        assertThat(new PortChoice(Set.of(), Set.of("one")).choose(List.of(ONE), 10_000))
                .hasValueSatisfying(chosen -> assertThat(chosen.router()).isEqualTo(ONE));
    }

    @Test
    void spreadsOverRouters() {
        assertThat(new PortChoice(Set.of(new PortName("one", "b")), Set.of()).choose(List.of(ONE, TWO), 10_000))
                .hasValueSatisfying(chosen -> assertThat(chosen.router()).isEqualTo(TWO));
    }

    @Test
    void findsNothingWhereAllIsTakenOrTooNarrow() {
        // Given
        var taken = Set.of(new PortName("one", "a"), new PortName("one", "b"));

        // Then
        assertThat(new PortChoice(taken, Set.of()).choose(List.of(ONE), 10_000)).isEmpty();
        assertThat(new PortChoice(Set.of(), Set.of()).choose(List.of(router("narrow", port("a", 10_000))), 20_000))
                .isEmpty();
    }

    private static EdgeRouter router(String name, Port... ports) {
        return new EdgeRouter(name, 58, "simulated", Map.of(), Stream.of(ports).toList());
    }

    private static Port port(String name, int bandwidthInMbps) {
        return new Port(name, bandwidthInMbps, "A1", "PP-1", "1", "10GBASE-LR", "LC/UPC", "Duplex");
    }
}
