package io.directpeering.notification.message;

import java.time.Duration;

/// The deadlines as they are by default.
public record TestDeadlines(Duration information, Duration provisioningStarted) implements Deadlines {

    public static final Deadlines USUAL = new TestDeadlines(Duration.ofDays(7), Duration.ofDays(90));
}
