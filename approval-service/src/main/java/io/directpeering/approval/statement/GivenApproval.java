package io.directpeering.approval.statement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One person's agreement, as the fact and the answers name it.
public record GivenApproval(
        String approver, Instant approvedAt, @Nullable String reason) {}
