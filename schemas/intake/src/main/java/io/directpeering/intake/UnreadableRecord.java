package io.directpeering.intake;

import org.jspecify.annotations.Nullable;

/// A record that nobody can read, however often it is tried.
public final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
