package io.directpeering.request.peering;

import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/// Another instance holds the peering that this request is about, and answers it ([Hop]).
@SuppressWarnings("serial") // Never leaves the process.
final class HeldElsewhere extends RuntimeException {

    private final transient HostInfo host;
    private final transient @Nullable Object body;

    /// @param body what the request said, for it has been read by now
    HeldElsewhere(HostInfo host, @Nullable Object body) {
        super("Held by " + host.host() + ":" + host.port(), null, false, false);
        this.host = host;
        this.body = body;
    }

    @Nullable
    Object body() {
        return body;
    }

    HostInfo host() {
        return host;
    }
}
