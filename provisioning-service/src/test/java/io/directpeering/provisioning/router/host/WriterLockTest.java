package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.directpeering.provisioning.router.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WriterLockTest {

    @TempDir
    Path folder;

    @Test
    void anotherThreadWaitsAndThenGivesUp() throws Exception {
        // Given
        var lock = new WriterLock(folder.resolve("lock"), Duration.ofMillis(200));
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var holder = Thread.ofVirtual()
                .start(() -> lock.alone(() -> {
                    held.countDown();
                    awaitQuietly(done);
                    return new Answer.Done<>(true);
                }));
        held.await();

        // When
        var refused = lock.<Boolean>alone(() -> new Answer.Done<>(true));
        done.countDown();
        holder.join();
        var taken = lock.<Boolean>alone(() -> new Answer.Done<>(true));

        // Then
        assertThat(refused).isInstanceOf(Answer.Unreachable.class);
        assertThat(taken).isEqualTo(new Answer.Done<>(true));
    }

    /// A replica is another process; here it is a small one that holds the same file.
    @Test
    void anotherProcessHoldsItUntilItDies() throws Exception {
        // Given
        var file = folder.resolve("lock");
        var other = holder(file);
        var lock = new WriterLock(file, Duration.ofMillis(300));

        // When
        var refused = lock.<Boolean>alone(() -> new Answer.Done<>(true));
        other.destroyForcibly().waitFor();
        var taken = lock.<Boolean>alone(() -> new Answer.Done<>(true));

        // Then
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        busy -> assertThat(busy.reason()).contains("another writer holds"));
        assertThat(taken).isEqualTo(new Answer.Done<>(true));
    }

    private static Process holder(Path file) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    /// Takes the lock and keeps it.
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) {
            new WriterLock(Path.of(args[0]), Duration.ofSeconds(5)).alone(() -> {
                System.out.println("held");
                awaitQuietly(new CountDownLatch(1));
                return new Answer.Done<>(true);
            });
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
