package io.directpeering.request.topology;

import java.time.Duration;

import io.directpeering.request.topology.drift.DriftSettings;

/// Times as they are by default, but for how often the clock is looked at.
public record TestDrift(Duration grace, Duration settle, Duration staleAfter, Duration checkInterval)
        implements DriftSettings {

    public static TestDrift byDefault() {
        return new TestDrift(
                Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofMinutes(3), Duration.ofSeconds(1));
    }
}
