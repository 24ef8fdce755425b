package io.directpeering.approval.review;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "peering.review")
interface ReviewSettings {

    /// How long the peer has to answer a question.
    @WithDefault("7d")
    Duration answerWithin();

    /// Whether a request that fails no hard and no soft rule is approved by the policy itself, unless two have to
    /// agree.
    @WithDefault("false")
    boolean autoApprove();

    /// Whether that goes for the adoption of links that already carry traffic, too.
    @WithDefault("false")
    boolean autoApproveLegacy();
}
