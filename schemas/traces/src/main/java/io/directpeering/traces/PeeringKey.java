package io.directpeering.traces;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Tells records about a peering, whose key is its id, from others.
final class PeeringKey {

    private static final int LENGTH = 36;

    private PeeringKey() {}

    /// Null: no peering's id.
    static @Nullable UUID read(@Nullable String key) {
        if (key == null || key.length() != LENGTH) {
            return null;
        }
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
