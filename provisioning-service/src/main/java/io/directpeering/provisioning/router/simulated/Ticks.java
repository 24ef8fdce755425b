package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;

/// How fast the simulated world runs, and who wakes it.
interface Ticks {

    /// Time from one message between the peers to the next.
    Duration step();

    void at(Instant time, Runnable action);
}
