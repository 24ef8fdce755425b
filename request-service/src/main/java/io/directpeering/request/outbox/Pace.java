package io.directpeering.request.outbox;

/// How often an outbox is swept: at every call while there is something in it, else now and then. What this instance
/// puts in wakes it. What others leave behind is under lease for longer than the sweep rests.
final class Pace {

    private static final int CALLS_OF_A_REST = 5;

    private volatile boolean awake = true;
    private int rested;

    void wake() {
        awake = true;
    }

    /// Whether to sweep at this call; the next are rested at until somebody calls [#wake].
    boolean isDue() {
        if (awake || ++rested >= CALLS_OF_A_REST) {
            awake = false;
            rested = 0;
            return true;
        }
        return false;
    }
}
