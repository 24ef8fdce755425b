package io.directpeering.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChildTest {

    @TempDir
    private Path folder;

    @Test
    void itOutlivesTheTerminalsInterruptAndEndsWhenAsked() throws Exception {
        // Given
        var log = new LogFile(folder.resolve("logs/child.log"));
        var process = child(log, "echo started; sleep 60 & wait").start();
        await().until(() -> log.tail(0, 1), List.of("started")::equals);

        // When
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        var interrupted = process.waitFor(300, TimeUnit.MILLISECONDS);
        var descendants = process.descendants().toList();
        Stopping.stop(List.of(process.toHandle()), Duration.ofSeconds(5));

        // Then
        assertThat(interrupted).isFalse();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void oneThatDoesNotGoIsKilled() throws Exception {
        // Given
        var log = new LogFile(folder.resolve("logs/child.log"));
        var process = child(log, "trap '' TERM; echo started; while true; do sleep 0.1; done")
                .start();
        await().until(() -> log.tail(0, 1), List.of("started")::equals);

        // When
        Stopping.stop(List.of(process.toHandle()), Duration.ofMillis(200));

        // Then
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tailShowsWhatWasWrittenSince() throws Exception {
        // Given
        var log = new LogFile(folder.resolve("logs/child.log"));
        child(log, "echo earlier").start().waitFor();
        var from = log.size();

        // When
        child(log, "for i in 1 2 3; do echo line $i of $WHO; done").start().waitFor();

        // Then
        assertThat(log.tail(from, 10)).containsExactly("line 1 of me", "line 2 of me", "line 3 of me");
        assertThat(log.tail(0, 2)).containsExactly("line 2 of me", "line 3 of me");
    }

    private Child child(LogFile log, String script) {
        return new Child("child", List.of("/bin/sh", "-c", script), Map.of("WHO", "me"), folder.resolve("work"), log);
    }
}
