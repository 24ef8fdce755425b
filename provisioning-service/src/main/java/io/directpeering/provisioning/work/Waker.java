package io.directpeering.provisioning.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/// Says that work may be due. A word that is lost costs a second: [Lanes] looks by itself then.
@ApplicationScoped
public class Waker {

    /// The word.
    record WorkMayBeDue() {}

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Event<WorkMayBeDue> word;

    Waker(Event<WorkMayBeDue> word) {
        this.word = word;
    }

    public void wake() {
        threads.execute(() -> word.fire(new WorkMayBeDue()));
    }

    void wakeAfter(Duration pause) {
        CompletableFuture.delayedExecutor(pause.toMillis() + 1, TimeUnit.MILLISECONDS, threads)
                .execute(() -> word.fire(new WorkMayBeDue()));
    }
}
