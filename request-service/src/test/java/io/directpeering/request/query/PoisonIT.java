package io.directpeering.request.query;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import jakarta.inject.Inject;

import io.directpeering.backends.Backends;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.topology.Facts;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// On a real broker and registry: poison goes to the dead letter as it came, once, with its cause, and the next good
/// fact of the same partition is judged within five seconds.
///
/// By the service's own judge, which is then the only one on this broker: tests that start judges of their own run
/// after those of the framework, and a second judge would put the poison aside a second time.
@QuarkusTest
@OnRealParts
class PoisonIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Decisions decisions;

    private final Facts facts = Facts.ofNewPeering();
    private LogUnderTest log;

    @BeforeEach
    void openLog() {
        Door.awaitJudge();
        log = new LogUnderTest(Backends.shared());
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void garbage() {
        isPutAside("garbage".getBytes(UTF_8));
    }

    @Test
    void truncatedAvro() {
        var whole = log.bytes(facts.requested());
        isPutAside(Arrays.copyOf(whole, whole.length - 7));
    }

    @Test
    void schemaIdThatNobodyKnows() {
        var bytes = log.bytes(facts.requested());
        ByteBuffer.wrap(bytes).putInt(1, 999_999);
        isPutAside(bytes);
    }

    @Test
    void noValue() {
        isPutAside(null);
    }

    private void isPutAside(byte @Nullable [] poison) {
        // Given
        var victim = Facts.ofNewPeering();
        var next = victim.requested();

        // When
        log.send(victim.peeringId(), poison);
        log.state(next);

        // Then
        assertThat(decisions
                        .await(victim.peeringId(), next.getMetadata().getEventId(), SOON)
                        .join())
                .isEqualTo(new Decision.Accepted(1));
        assertThat(log.dead(victim.peeringId())).singleElement().satisfies(dead -> {
            assertThat(dead.value()).isEqualTo(poison);
            assertThat(dead.headers().lastHeader("__streams.errors.exception")).isNotNull();
            assertThat(new String(
                            dead.headers().lastHeader("__streams.errors.topic").value(), UTF_8))
                    .isEqualTo("peering-events");
        });
    }
}
