package io.directpeering.request.query;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.request.topology.Facts;
import io.directpeering.request.topology.TestSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// On a real broker and registry: poison goes to the dead letter as it came, with its cause, and the next good fact
/// of the same partition is judged within five seconds.
@ExtendWith(BackendsExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class PoisonIT {

    private final Facts facts = Facts.ofNewPeering();
    private JudgeUnderTest judge;
    private LogUnderTest log;

    @BeforeAll
    void start(Backends backends, @TempDir Path stateDir) {
        log = new LogUnderTest(backends);
        judge = new JudgeUnderTest(
                        TestSettings.of("poison-it", stateDir), backends.bootstrapServers(), backends.registryUrl())
                .whenReady();
    }

    @AfterAll
    void stop() {
        judge.close();
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
        assertThat(judge.decision(victim.peeringId(), next.getMetadata().getEventId()))
                .isEqualTo(new Decision.Accepted(1));
        // Another judge of this JVM may have put it aside as well.
        assertThat(log.dead(victim.peeringId())).isNotEmpty().allSatisfy(dead -> {
            assertThat(dead.value()).isEqualTo(poison);
            assertThat(dead.headers().lastHeader("__streams.errors.exception")).isNotNull();
            assertThat(new String(
                            dead.headers().lastHeader("__streams.errors.topic").value(), UTF_8))
                    .isEqualTo("peering-events");
        });
    }
}
