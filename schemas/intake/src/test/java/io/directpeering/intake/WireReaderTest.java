package io.directpeering.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.sql.SQLException;

import com.sun.net.httpserver.HttpServer;
import io.directpeering.events.PeeringTransitioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/// A record that cannot be read is told from a registry that cannot be asked.
class WireReaderTest {

    private static final byte[] RECORD =
            ByteBuffer.allocate(10).put((byte) 0).putInt(4711).array();

    @Test
    void registryThatDoesNotListenIsAnOutage() throws IOException {
        // Given
        int freed;
        try (var socket = new ServerSocket(0)) {
            freed = socket.getLocalPort();
        }

        // When
        var failure = read(freed);

        // Then
        assertThat(failure).isNotInstanceOf(UnreadableRecord.class);
        assertThat(Outage.isBehind(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 401, 403})
    void registryInTroubleIsAnOutage(int status) throws IOException {
        // When
        var failure = readWithRegistryAnswering(status);

        // Then
        assertThat(failure).isNotInstanceOf(UnreadableRecord.class);
        assertThat(Outage.isBehind(failure)).isTrue();
    }

    @Test
    void schemaThatTheRegistryDoesNotKnowIsPoison() throws IOException {
        // When
        var failure = readWithRegistryAnswering(404);

        // Then
        assertThat(failure).isInstanceOf(UnreadableRecord.class);
        assertThat(Outage.isBehind(failure)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "08006,true",
        "57P01,true",
        "40001,true",
        "53300,true",
        ",true",
        "42P01,true",
        "22021,false",
        "23505,false"
    })
    void databaseTroublePassesAndTroubleWithTheDataDoesNot(String state, boolean passes) {
        // Given
        var failure = new IllegalStateException(new SQLException("no", state));

        // When
        var outage = Outage.isBehind(failure);

        // Then
        assertThat(outage).isEqualTo(passes);
    }

    private static Throwable readWithRegistryAnswering(int status) throws IOException {
        var registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var body = "{\"status\":%d,\"title\":\"no\"}".formatted(status).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
        try {
            return read(registry.getAddress().getPort());
        } finally {
            registry.stop(0);
        }
    }

    private static Throwable read(int registryPort) {
        var reader = new WireReader("http://localhost:" + registryPort + "/apis/registry/v3");
        try {
            return catchThrowable(() -> reader.read(RECORD, PeeringTransitioned.class));
        } finally {
            reader.close();
        }
    }
}
