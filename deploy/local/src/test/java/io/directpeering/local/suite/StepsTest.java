package io.directpeering.local.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StepsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Steps steps = new Steps(new PrintStream(shown, true, UTF_8), nanos::get);

    @Test
    void stepIsShownWithWhatItTook() throws Exception {
        // When
        steps.step("broker", () -> nanos.addAndGet(2_440_000_000L));

        // Then
        assertThat(shown.toString(UTF_8)).isEqualTo("  broker                         2.4 s\n");
    }

    @Test
    void failedStepIsShownAsFailed() {
        // When, Then
        assertThatThrownBy(() -> steps.step("broker", () -> {
                    nanos.addAndGet(500_000_000L);
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(shown.toString(UTF_8)).contains("broker").contains("failed after 0.5 s");
    }
}
