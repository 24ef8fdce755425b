package io.directpeering.provisioning.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/// Says that work in a lane may be due. A word that is lost costs a second: [Lanes] looks by itself then.
@ApplicationScoped
public class Waker {

    /// The word.
    record WorkMayBeDue(String lane) {}

    private final Event<WorkMayBeDue> word;

    Waker(Event<WorkMayBeDue> word) {
        this.word = word;
    }

    /// Does not block.
    public void wake(String lane) {
        word.fire(new WorkMayBeDue(lane));
    }

    void wakeAfter(Duration pause, String lane) {
        CompletableFuture.delayedExecutor(pause.toMillis() + 1, TimeUnit.MILLISECONDS)
                .execute(() -> wake(lane));
    }
}
