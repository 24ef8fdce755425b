package io.directpeering.local.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SideBySideTest {

    private final Steps steps = new Steps(new PrintStream(PrintStream.nullOutputStream()), System::nanoTime);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void stepsFollowThoseTheyNeedAndRunBesideTheOthers() throws Exception {
        // Given
        var meeting = new CountDownLatch(2);
        try (var start = new SideBySide(steps, failures::incrementAndGet)) {
            var database = start.after(List.of(), "database", () -> meet(meeting, "database"));
            start.after(List.of(), "broker", () -> meet(meeting, "broker"));
            start.after(List.of(database), "registry", () -> done.add("registry"));

            // When
            start.await();
        }

        // Then
        assertThat(done).containsExactlyInAnyOrder("database", "broker", "registry");
        assertThat(done.indexOf("registry")).isGreaterThan(done.indexOf("database"));
        assertThat(failures).hasValue(0);
    }

    @Test
    void firstFailureIsToldOnceTheOthersHaveEnded() throws Exception {
        // Given
        var begun = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        try (var start = new SideBySide(steps, () -> {
            failures.incrementAndGet();
            failed.countDown();
        })) {
            var database = start.after(List.of(), "database", () -> {
                begun.await();
                throw new IOException("no room");
            });
            start.after(List.of(), "broker", () -> {
                begun.countDown();
                failed.await();
                done.add("broker");
            });
            start.after(List.of(database), "registry", () -> done.add("registry"));

            // When, Then
            assertThatThrownBy(start::await).isInstanceOf(IOException.class).hasMessage("no room");
        }
        assertThat(done).containsExactly("broker");
        assertThat(failures).hasValue(1);
    }

    private void meet(CountDownLatch meeting, String name) throws InterruptedException {
        meeting.countDown();
        meeting.await();
        done.add(name);
    }
}
