package io.directpeering.notification.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;

/// Has a round of work done by one thread, however many call for it at once, and done again where a call came while
/// it went on.
public final class OneRound {

    private static final Logger LOG = Logger.getLogger(OneRound.class);

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger calls = new AtomicInteger();

    public OneRound(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    public void call() {
        if (calls.getAndIncrement() == 0) {
            executor.execute(this::answerCalls);
        }
    }

    private void answerCalls() {
        int answered;
        do {
            answered = calls.get();
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("Deliveries wait for the next sweep: the database failed", e);
            }
        } while (!calls.compareAndSet(answered, 0));
    }
}
