package io.directpeering.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The service's clock under test: the system's, moved on by as much as a test says.
public final class TestTime {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private TestTime() {}

    static void moveOn(Duration by) {
        AHEAD.updateAndGet(by::plus);
    }

    static void reset() {
        AHEAD.set(Duration.ZERO);
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    static Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(AHEAD.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
