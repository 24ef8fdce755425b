package io.directpeering.benchmarks.parts;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.directpeering.benchmarks.work.Step;
import io.directpeering.events.PeeringSnapshot;
import org.jspecify.annotations.Nullable;

/// How far one peering is, as its transitions tell.
public final class Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private @Nullable Step reached;
    private boolean hasLetter;

    void tell(PeeringSnapshot now) {
        lock.lock();
        try {
            for (var step : Step.inOrder()) {
                if (step.state().equals(now.getState().name())) {
                    reached = step;
                }
            }
            hasLetter = now.getConnections().stream().allMatch(each -> each.getLoa() != null);
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it has come this far, or further.
    public void await(Step step) throws InterruptedException, TimeoutException {
        await(() -> reached != null && reached.compareTo(step) >= 0, step.state());
    }

    /// Waits until the letter of authorization is there.
    public void awaitLetter() throws InterruptedException, TimeoutException {
        await(() -> hasLetter, "its letter");
    }

    private void await(Reached wanted, String what) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            var left = PATIENCE.toNanos();
            while (!wanted.isSo()) {
                if (left <= 0) {
                    throw new TimeoutException("It has not come to " + what + ", but to " + reached);
                }
                left = told.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Reached {
        boolean isSo();
    }
}
