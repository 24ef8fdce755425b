package io.directpeering.benchmarks.many;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.directpeering.benchmarks.ours.Facts;
import io.directpeering.benchmarks.ours.JudgeParts;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.request.lifecycle.Verdict;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Peerings that have come differently far. Of sixteen, ten wait for approval, and one each is in every other state of
/// the straight way: filling is what takes longest. Each was requested a second after the one before it.
record Population(int peerings) {

    private static final Instant FIRST_REQUEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WAITING = 9;
    private static final int CYCLE = WAITING + Step.inOrder().size();
    private static final int MOST_UNDER_WAY = 10_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final int REPORT_EVERY = 100_000;

    static UUID peering(int number) {
        return UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(UTF_8));
    }

    /// The last step that a peering has taken.
    static Step standing(int number) {
        return Step.inOrder().get(Math.max(0, number % CYCLE - WAITING));
    }

    /// How many stand as this step leaves them.
    int at(Step step) {
        return (int) IntStream.range(0, CYCLE)
                .filter(each -> standing(each) == step)
                .mapToLong(each -> (peerings + CYCLE - 1L - each) / CYCLE)
                .sum();
    }

    /// Facts of all of them.
    long facts() {
        return Step.inOrder().stream()
                .mapToLong(step -> (long) at(step) * (step.ordinal() + 1))
                .sum();
    }

    /// States them all, and waits until each is judged.
    ///
    /// @throws IllegalStateException a fact was refused, or is not judged
    void fill(JudgeParts judge) throws InterruptedException {
        var underWay = new Semaphore(MOST_UNDER_WAY);
        var wrong = new AtomicReference<@Nullable String>();
        for (int number = 0; number < peerings; number++) {
            var facts = new Facts(peering(number), FIRST_REQUEST.plusSeconds(number));
            for (int each = 0; each <= standing(number).ordinal(); each++) {
                var step = Step.inOrder().get(each);
                take(underWay, 1);
                judge.state(step == Step.REQUEST ? facts.requestedAnywhere(number) : facts.of(step))
                        .whenComplete((verdict, failure) -> {
                            if (!(verdict instanceof Verdict.Accepted)) {
                                wrong.set(step + " of " + facts.peering() + ": " + verdict + " " + failure);
                            }
                            underWay.release();
                        });
            }
            demandNone(wrong);
            if ((number + 1) % REPORT_EVERY == 0) {
                System.err.printf("  %,d peerings are in the log%n", number + 1);
            }
        }
        take(underWay, MOST_UNDER_WAY);
        demandNone(wrong);
    }

    private static void demandNone(AtomicReference<@Nullable String> wrong) {
        if (wrong.get() != null) {
            throw new IllegalStateException(wrong.get());
        }
    }

    private static void take(Semaphore underWay, int permits) throws InterruptedException {
        if (!underWay.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nothing has been judged for " + PATIENCE_SECONDS + " s.");
        }
    }
}
