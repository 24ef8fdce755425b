package io.directpeering.local.process;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc tells; elsewhere the holder is not known")
class PortHolderTest {

    @Test
    void holderIsToldWithItsCommand() throws Exception {
        // Given
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var description = PortHolder.describe(socket.getLocalPort());

            // Then
            assertThat(description)
                    .contains("process " + ProcessHandle.current().pid())
                    .contains(Path.of(System.getProperty("java.home"), "bin", "java")
                            .toString());
        }
    }
}
