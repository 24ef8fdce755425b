package io.directpeering.request.topology.history;

import java.nio.ByteBuffer;
import java.util.UUID;

import io.directpeering.request.topology.stored.Id;
import org.jspecify.annotations.Nullable;

/// UUIDs as stores hold them.
public final class Ids {

    private Ids() {}

    static Id stored(UUID it) {
        return new Id(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(it.getMostSignificantBits())
                .putLong(it.getLeastSignificantBits())
                .array());
    }

    static @Nullable Id storedOrNull(@Nullable UUID it) {
        return it == null ? null : stored(it);
    }

    public static UUID read(Id stored) {
        var bytes = ByteBuffer.wrap(stored.bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
