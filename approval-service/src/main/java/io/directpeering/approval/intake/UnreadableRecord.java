package io.directpeering.approval.intake;

import org.jspecify.annotations.Nullable;

/// A record that nobody can read, however often it is tried.
final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
