package io.directpeering.approval.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.approval.peer.Discretion;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.quarkus.panache.common.Parameters;
import org.jspecify.annotations.Nullable;

/// Reviews to be read: one, or those in the queue, the oldest first.
@ApplicationScoped
class Queue {

    private static final String OLDEST_FIRST = " order by openedAt, peeringId";
    private static final String BEHIND = "(openedAt > :at or openedAt = :at and peeringId > :id)";

    private final Clock clock;

    Queue(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    Optional<ReviewView> find(UUID peeringId, Discretion discretion) {
        return Review.<Review>findByIdOptional(peeringId)
                .map(review -> ReviewView.of(review, discretion, clock.instant()));
    }

    /// As [#find], with the review's row locked until the caller's transaction ends: it stays as it is shown.
    @Transactional(TxType.MANDATORY)
    Optional<ReviewView> hold(UUID peeringId) {
        return Optional.ofNullable(Review.locked(peeringId))
                .map(review -> ReviewView.of(review, Discretion.OPEN, clock.instant()));
    }

    /// @param status null: whatever the status
    @Transactional
    List<ReviewSummary> list(@Nullable ReviewStatus status, Page<Place<UUID>> page, Discretion discretion) {
        var now = clock.instant();
        var having = new Parameters();
        var conditions = new ArrayList<String>();
        if (status != null) {
            conditions.add("status = :status");
            having.and("status", status);
        }
        var after = page.after();
        if (after != null) {
            conditions.add(BEHIND);
            having.and("at", after.at()).and("id", after.id());
        }
        return Review.<Review>find(String.join(" and ", conditions) + OLDEST_FIRST, having)
                .page(0, page.lookFor())
                .stream()
                .map(review -> ReviewSummary.of(review, discretion, now))
                .toList();
    }
}
