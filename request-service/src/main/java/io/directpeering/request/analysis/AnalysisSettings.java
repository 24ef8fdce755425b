package io.directpeering.request.analysis;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the tables for analysts are, and how they are filled.
@ConfigMapping(prefix = "peering.analysis")
public interface AnalysisSettings {

    /// The database; absent: there are no such tables.
    Optional<String> jdbcUrl();

    /// Its owner.
    @WithDefault("peering")
    String username();

    Optional<String> password();

    /// Consumer group. All instances under one name share the partitions.
    @WithDefault("request-service-analysis")
    String groupId();

    /// How long transitions are collected for one write. The tables are late by no more than it.
    @WithDefault("250ms")
    Duration pace();

    /// How long looks at sessions are collected: of each session the latest is written.
    @WithDefault("5s")
    Duration sessionPace();

    /// Records that one write takes at most.
    @WithDefault("10000")
    int mostRecords();

    /// How long a transaction of an analyst may last, whatever the session says; longer than an export, which may take
    /// half an hour.
    @WithDefault("35m")
    Duration longestQuestion();
}
