package io.directpeering.approval.review;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "peering.review")
interface ReviewSettings {

    /// How long the peer has to answer a question.
    @WithDefault("7d")
    Duration answerWithin();

    /// How many people have to agree before a request is approved; 2: four eyes beside the requester's.
    @Min(1)
    @Max(2)
    @WithDefault("1")
    int approvalsNeeded();

    /// Whether a request that fails no hard and no soft rule is approved by the policy itself.
    @WithDefault("false")
    boolean autoApprove();

    /// Whether that goes for the adoption of links that already carry traffic, too.
    @WithDefault("false")
    boolean autoApproveLegacy();
}
