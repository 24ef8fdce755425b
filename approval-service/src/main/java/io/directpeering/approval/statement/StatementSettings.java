package io.directpeering.approval.statement;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "peering.decision")
interface StatementSettings {

    /// How long a command waits for the judge before it answers 202.
    @WithDefault("3s")
    Duration timeout();

    /// How long an outcome may stay away before the fact is stated again; doubles with every try.
    @WithDefault("5s")
    Duration restateAfter();

    /// Longest time between two statements of the same fact.
    @WithDefault("5m")
    Duration restateAtMostEvery();
}
