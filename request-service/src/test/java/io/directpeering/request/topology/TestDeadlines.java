package io.directpeering.request.topology;

import java.time.Duration;

import io.directpeering.request.topology.deadline.DeadlineSettings;

/// Periods as they are by default.
public record TestDeadlines(
        Duration pendingApproval,
        Duration answer,
        Duration answerWarning,
        Duration provisioningStarted,
        Duration provisioningStartedWarning,
        Duration loaExpiryWarning,
        Duration provisioningCompleted,
        Duration validating,
        Duration provisioningFailed,
        Duration pendingRemove,
        Duration checkInterval)
        implements DeadlineSettings {

    public static TestDeadlines byDefault() {
        return new TestDeadlines(
                Duration.ofHours(72),
                Duration.ofDays(7),
                Duration.ofDays(2),
                Duration.ofDays(90),
                Duration.ofDays(10),
                Duration.ofDays(10),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofHours(24),
                Duration.ofSeconds(10));
    }

    /// With another time for the review.
    public TestDeadlines review(Duration time) {
        return new TestDeadlines(
                time,
                answer,
                answerWarning,
                provisioningStarted,
                provisioningStartedWarning,
                loaExpiryWarning,
                provisioningCompleted,
                validating,
                provisioningFailed,
                pendingRemove,
                checkInterval);
    }

    /// With a look at the clock this often.
    public TestDeadlines checkEvery(Duration interval) {
        return new TestDeadlines(
                pendingApproval,
                answer,
                answerWarning,
                provisioningStarted,
                provisioningStartedWarning,
                loaExpiryWarning,
                provisioningCompleted,
                validating,
                provisioningFailed,
                pendingRemove,
                interval);
    }
}
