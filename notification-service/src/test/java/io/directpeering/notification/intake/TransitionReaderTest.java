package io.directpeering.notification.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import io.directpeering.local.parts.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TransitionReaderTest {

    /// Magic byte, content id 1, some Avro.
    private static final byte[] RECORD = {0, 0, 0, 0, 1, 2, 3};

    @Test
    void aRegistryThatIsGoneIsAnOutage() {
        // Given
        var reader = new TransitionReader("http://127.0.0.1:" + Ports.free() + "/apis/registry/v3");
        // When
        var failure = catchThrowable(() -> reader.read(RECORD));
        // Then
        assertThat(failure).isNotNull().matches(Outage::causes);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void aRegistryInTroubleIsAnOutage(int status) throws IOException {
        // Given
        var registry = registryAnswering(status);
        var reader = readerOf(registry);
        // When
        var failure = catchThrowable(() -> reader.read(RECORD));
        // Then
        assertThat(failure).isNotNull().matches(Outage::causes);
        registry.stop(0);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotHaveIsPoison() throws IOException {
        // Given
        var registry = registryAnswering(404);
        var reader = readerOf(registry);
        // When
        var reading = reader.read(RECORD);
        // Then
        assertThat(reading).isInstanceOf(Reading.Poison.class);
        registry.stop(0);
    }

    private static TransitionReader readerOf(HttpServer registry) {
        return new TransitionReader("http://127.0.0.1:" + registry.getAddress().getPort() + "/apis/registry/v3");
    }

    private static HttpServer registryAnswering(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "{\"status\":%d,\"title\":\"as told\"}".formatted(status).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
