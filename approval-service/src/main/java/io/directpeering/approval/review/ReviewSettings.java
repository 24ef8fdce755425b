package io.directpeering.approval.review;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "peering.review")
interface ReviewSettings {

    /// How long the peer has to answer a question.
    @WithDefault("7d")
    Duration answerWithin();
}
