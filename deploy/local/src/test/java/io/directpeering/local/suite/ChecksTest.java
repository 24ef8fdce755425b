package io.directpeering.local.suite;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Scale;
import io.directpeering.local.layout.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChecksTest {

    /// Away from a suite that runs, and below the ports that the system hands out.
    private static final int OFFSET = ThreadLocalRandom.current().nextInt(9_000, 16_000);

    @TempDir
    private Path home;

    @Test
    void takenPortIsNamedWithWhoHoldsItAndTheWayOut() throws Exception {
        // Given
        var layout = new Layout(home, home, OFFSET);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), layout.port(Port.BROKER)));

            // When, Then
            assertThatThrownBy(() -> Checks.portsAreFree(Wanted.single(layout)))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port %d (broker)".formatted(layout.port(Port.BROKER)))
                    .hasMessageContaining("PEERING_PORT_OFFSET");
        }
    }

    @Test
    void portOfAServiceThatSomebodyElseRunsMayBeTaken() throws Exception {
        // Given
        var layout = new Layout(home, home, OFFSET);
        var others = Services.without(List.of("request-service"));
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), layout.port(Port.REQUEST_SERVICE)));

            // When, Then
            assertThatCode(() -> Checks.portsAreFree(new Wanted(layout, Scale.SINGLE, others)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void unknownServiceIsNamedWithTheKnownOnes() {
        // When, Then
        assertThatThrownBy(() -> Services.without(List.of("billing")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'billing'")
                .hasMessageContaining("request-service, approval-service");
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        // Given
        var layout = new Layout(home, home, 0);

        // When, Then
        assertThatThrownBy(() -> Checks.everythingIsBuilt(Wanted.single(layout)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("request-service is not built")
                .hasMessageContaining("./peering build");
    }
}
