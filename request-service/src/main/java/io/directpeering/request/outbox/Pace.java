package io.directpeering.request.outbox;

import java.util.function.BooleanSupplier;

/// How often an outbox is swept: at every call while something is in it, else now and then. What this instance puts in
/// wakes it. What others leave behind is under lease for longer than the sweep rests.
final class Pace {

    private static final int CALLS_OF_A_REST = 5;

    private volatile boolean awake = true;
    private int rested;

    void wake() {
        awake = true;
    }

    /// Sweeps, unless it is time to rest. Whoever fails has not seen that nothing is left, and is called again soon.
    ///
    /// @param sweep says whether something is left
    void call(BooleanSupplier sweep) {
        if (!awake && ++rested < CALLS_OF_A_REST) {
            return;
        }
        // Before the sweep looks: what is put in meanwhile wakes the next one.
        awake = false;
        rested = 0;
        var left = true;
        try {
            left = sweep.getAsBoolean();
        } finally {
            if (left) {
                wake();
            }
        }
    }
}
