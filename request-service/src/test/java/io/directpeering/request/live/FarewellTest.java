package io.directpeering.request.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.intake.WireReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FarewellTest {

    private static final LiveSettings SETTINGS = new LiveSettings() {

        @Override
        public int maxStreams() {
            return 10;
        }

        @Override
        public int maxStreamsPerPrincipal() {
            return 10;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration stalledAfter() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int kept() {
            return 4;
        }

        @Override
        public int readers() {
            return 1;
        }
    };

    private static final Past NEVER_READ = new Past(
            new LogReader(Map.of()), new Teller(new WireReader("http://localhost:1"), new ObjectMapper()), SETTINGS);

    private final OpenStreams open = new OpenStreams(SETTINGS, new SimpleMeterRegistry());
    private final Position begin = Position.of(Slots.of(1, 1), _ -> 0);
    private final Recent recent = new Recent(4, begin);

    @Test
    void tellsClientsToComeBackBeforeTheServiceStops() throws Exception {
        // Given
        var reading = new Client(CompletableFuture.completedStage(null));
        var stalled = new Client(new CompletableFuture<>());
        opened(reading);
        opened(stalled);

        // When
        var begun = System.nanoTime();
        open.stop(new ShutdownEvent());

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        // It waits only so long for clients that do not read.
        await().untilAsserted(() -> {
            assertThat(reading.isClosed()).isTrue();
            assertThat(stalled.hungUp).isTrue();
            assertThat(open.count()).isZero();
        });
        assertThat(reading.events).hasSize(1).first().satisfies(last -> {
            assertThat(last.getReconnectDelay()).isEqualTo(1_000);
            // It stays with the event that it saw last.
            assertThat(last.getId()).isNull();
        });
    }

    private void opened(Client client) {
        var audience = new Audience("olga", Instant.MAX, null, new Audience.Wish(null, null, null));
        open.enter(audience.principal());
        open.add(new LiveStream(
                audience,
                begin.copy(),
                new LiveStream.Ends(
                        recent, NEVER_READ, _ -> Optional.empty(), new SseImpl(), client, () -> client.hungUp = true),
                SETTINGS,
                Clock.systemUTC(),
                stream -> {
                    open.leave(audience.principal());
                    open.remove(stream);
                }));
    }

    /// Takes events as it is told to.
    private static final class Client implements SseEventSink {

        private final CompletionStage<?> taken;
        private final List<OutboundSseEvent> events = new CopyOnWriteArrayList<>();
        private volatile boolean closed;
        private volatile boolean hungUp;

        Client(CompletionStage<?> taken) {
            this.taken = taken;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            events.add(event);
            return taken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
