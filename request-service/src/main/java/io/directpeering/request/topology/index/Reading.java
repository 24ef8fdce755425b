package io.directpeering.request.topology.index;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// How far in the log the judge has come in one partition.
///
/// Whoever had the partition before may have told of facts whose outcome was not committed yet when it died. They are
/// judged again, to the same outcome; until that is done, answers would go back behind what was told. So a partition
/// counts as caught up once all is judged that was in the log after it was taken over.
public final class Reading {

    private static final long UNKNOWN = -1;

    private long next = UNKNOWN;
    private long committed = UNKNOWN;
    private long end;
    private @Nullable Instant endSeenAt;
    private @Nullable Instant readUpTo;

    /// The judge is done with the fact at this offset.
    synchronized void judged(long offset) {
        next = offset + 1;
        settle();
    }

    /// The end of the log was looked at.
    ///
    /// @param at            not after the look
    /// @param endOffset     of what will come next
    /// @param committedUpTo by the reader of this partition, marks of transactions included; negative: nothing yet
    public synchronized void measured(Instant at, long endOffset, long committedUpTo) {
        committed = Math.max(committed, committedUpTo);
        settle();
        if (endSeenAt == null) {
            endSeenAt = at;
            end = endOffset;
            settle();
        }
    }

    private void settle() {
        if (endSeenAt != null && reached() >= end) {
            readUpTo = endSeenAt;
            endSeenAt = null;
        }
    }

    private long reached() {
        return Math.max(0, Math.max(next, committed));
    }

    /// Whether answers are no older than what anybody was told before.
    public synchronized boolean isCaughtUp() {
        return readUpTo != null;
    }

    /// Everything that was in the log at this moment has been judged; null: it has not caught up yet.
    public synchronized @Nullable Instant readUpTo() {
        return readUpTo;
    }

    /// Facts that were in the log at a look at its end, and are not judged yet.
    public synchronized long behind() {
        return endSeenAt == null ? 0 : Math.max(0, end - reached());
    }
}
