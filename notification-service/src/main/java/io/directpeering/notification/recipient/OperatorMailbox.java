package io.directpeering.notification.recipient;

/// The operator's own people.
public enum OperatorMailbox implements Audience {
    /// Those who decide about requests.
    REVIEW,
    /// Those who mend what fails.
    NOC
}
