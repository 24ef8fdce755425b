package io.directpeering.local.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends processes: asks first, and kills what has not gone in time.
public final class Stopping {

    private static final Duration UNTIL_KILLED_IS_GONE = Duration.ofSeconds(3);

    private Stopping() {}

    /// Ends all of them at the same time.
    ///
    /// @param patience how long they may take before they are killed
    public static void stop(Collection<ProcessHandle> processes, Duration patience) throws InterruptedException {
        processes.forEach(ProcessHandle::destroy);
        await(processes, patience);
        processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        await(processes, UNTIL_KILLED_IS_GONE);
    }

    /// Waits until all have gone.
    ///
    /// @return whether they have
    public static boolean await(Collection<ProcessHandle> processes, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        for (var process : processes) {
            try {
                process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
            }
        }
        return true;
    }
}
