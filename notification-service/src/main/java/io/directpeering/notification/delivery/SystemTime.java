package io.directpeering.notification.delivery;

import java.time.Clock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The edge at which time comes in.
final class SystemTime {

    private SystemTime() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
