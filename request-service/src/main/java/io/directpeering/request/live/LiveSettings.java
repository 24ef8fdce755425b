package io.directpeering.request.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much is told live, by each instance for itself.
@ConfigMapping(prefix = "peering.live")
interface LiveSettings {

    /// Streams that may be open at once.
    @WithDefault("1000")
    int maxStreams();

    /// Of them, those of one principal.
    @WithDefault("50")
    int maxStreamsPerPrincipal();

    /// After how long without an event a comment says that the stream lives, and how far it is.
    @WithDefault("15s")
    Duration heartbeat();

    /// How long a client may take nothing before its stream is ended.
    @WithDefault("60s")
    Duration stalledAfter();

    /// Outcomes that are kept for all streams together; who lags further behind reads the log.
    @WithDefault("4096")
    int kept();

    /// Streams that may read the log at once; the others wait for their turn.
    @WithDefault("4")
    int readers();
}
