package io.directpeering.request.outbox;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceTest {

    private final Pace pace = new Pace();
    private int sweeps;

    @Test
    void whileNothingIsLeftEachFifthCallSweeps() {
        assertThat(callsThatSweep(11, () -> false)).containsExactly(0, 5, 10);
    }

    @Test
    void whileSomethingIsLeftEachCallSweeps() {
        assertThat(callsThatSweep(3, () -> true)).containsExactly(0, 1, 2);
    }

    @Test
    void theCallAfterAWakeSweeps() {
        // Given
        callsThatSweep(2, () -> false);

        // When
        pace.wake();

        // Then
        assertThat(callsThatSweep(6, () -> false)).containsExactly(0, 5);
    }

    @Test
    void whatIsPutInDuringASweepIsSweptNext() {
        // When
        pace.call(() -> {
            pace.wake();
            return false;
        });

        // Then
        assertThat(callsThatSweep(2, () -> false)).containsExactly(0);
    }

    @Test
    void aSweepThatFailedIsFollowedByTheNext() {
        // When
        assertThatThrownBy(() -> pace.call(() -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");

        // Then
        assertThat(callsThatSweep(2, () -> false)).containsExactly(0);
    }

    private List<Integer> callsThatSweep(int calls, BooleanSupplier left) {
        return IntStream.range(0, calls)
                .filter(_ -> {
                    var before = sweeps;
                    pace.call(() -> {
                        sweeps++;
                        return left.getAsBoolean();
                    });
                    return sweeps > before;
                })
                .boxed()
                .toList();
    }
}
