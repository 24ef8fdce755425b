package io.directpeering.request.peering;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a command is about: one connection of a peering, or all of them.
sealed interface ConnectionChoice {

    boolean covers(UUID connectionId);

    /// As the fact's metadata has it: null for all.
    @Nullable
    UUID connectionId();

    /// Every connection of the peering.
    record Every() implements ConnectionChoice {

        @Override
        public boolean covers(UUID connectionId) {
            return true;
        }

        @Override
        public @Nullable UUID connectionId() {
            return null;
        }
    }

    /// This one.
    record One(UUID connectionId) implements ConnectionChoice {

        @Override
        public boolean covers(UUID other) {
            return connectionId.equals(other);
        }

        @Override
        public String toString() {
            return "connection " + connectionId;
        }
    }
}
