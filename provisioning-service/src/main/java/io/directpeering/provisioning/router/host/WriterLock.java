package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.directpeering.provisioning.router.Answer;
import org.jspecify.annotations.Nullable;

/// One writer per router, held where the router is: the operating system's lock on a file next to its control socket.
///
/// The database's lock on a lane goes with its connection, and may pass on while its holder still writes; this one goes
/// with the process.
public final class WriterLock {

    private static final long RETRY_MS = 50;

    private final Path file;
    private final Duration patience;
    private final ReentrantLock inThisProcess = new ReentrantLock();

    public WriterLock(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /// Does the work alone, or says that another does.
    public <T> Answer<T> alone(Supplier<Answer<T>> work) {
        var until = System.nanoTime() + patience.toNanos();
        try {
            if (!inThisProcess.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = lock(channel, until)) {
            return lock == null ? busy() : work.get();
        } catch (IOException e) {
            return new Answer.Unreachable<>("the lock " + file + " cannot be had: " + e);
        } finally {
            inThisProcess.unlock();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, long until) throws IOException {
        var lock = tryLock(channel);
        while (lock == null && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            lock = tryLock(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This process has it by another name of the same file.
            return null;
        }
    }

    private <T> Answer<T> busy() {
        return new Answer.Unreachable<>("another writer holds " + file);
    }
}
