package io.directpeering.approval.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.page.Page;
import io.directpeering.approval.peer.Discretion;
import io.quarkus.panache.common.Parameters;
import org.jspecify.annotations.Nullable;

/// Reviews to be read: one, or those in the queue, the oldest first.
@ApplicationScoped
class Queue {

    private static final String OLDEST_FIRST = " order by openedAt, peeringId";
    private static final String BEHIND = "(openedAt > :at or openedAt = :at and peeringId > :id)";

    private final Clock clock;
    private final ReviewSettings settings;

    Queue(Clock clock, ReviewSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional
    Optional<ReviewView> find(UUID peeringId, Discretion discretion) {
        return Review.<Review>findByIdOptional(peeringId)
                .map(review -> ReviewView.of(review, settings.approvalsNeeded(), discretion, clock.instant()));
    }

    /// @param status null: whatever the status
    @Transactional
    List<ReviewSummary> list(@Nullable ReviewStatus status, Page<UUID> page, Discretion discretion) {
        var now = clock.instant();
        var having = new Parameters();
        var conditions = new ArrayList<String>();
        if (status != null) {
            conditions.add("status = :status");
            having.and("status", status);
        }
        if (page.after() != null && page.afterId() != null) {
            conditions.add(BEHIND);
            having.and("at", page.after().at()).and("id", page.afterId());
        }
        return Review.<Review>find(String.join(" and ", conditions) + OLDEST_FIRST, having)
                .page(0, page.lookFor())
                .stream()
                .map(review -> ReviewSummary.of(review, settings.approvalsNeeded(), discretion, now))
                .toList();
    }
}
