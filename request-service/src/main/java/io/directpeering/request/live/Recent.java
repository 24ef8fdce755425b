package io.directpeering.request.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/// The end of the log, as much of it as is kept, for all streams together: one thread adds, many read. Whoever is too
/// slow for it is told so, and holds nothing up.
final class Recent {

    /// What comes next for a reader.
    sealed interface Read {

        /// @param next where to read on
        record Some(List<Told> told, long next) implements Read {}

        /// What the reader wants is not kept any more.
        record Gone() implements Read {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final @Nullable Told[] kept;

    /// Everything from here on is kept.
    private final Position oldest;

    private final Position end;
    private long added;

    /// @param from where the log is read from
    Recent(int capacity, Position from) {
        kept = new Told[capacity];
        oldest = from.copy();
        end = from.copy();
    }

    /// Adds what was read of the log.
    ///
    /// @param reached how far the log is read with that
    void add(List<Told> read, Position reached) {
        lock.lock();
        try {
            for (var told : read) {
                var place = (int) (added % kept.length);
                var forgotten = kept[place];
                if (forgotten != null) {
                    oldest.advance(forgotten.slot(), forgotten.offset() + 1);
                }
                kept[place] = told;
                added++;
            }
            for (int slot = 0; slot < reached.slots().partitions().size(); slot++) {
                end.advance(slot, reached.next(slot));
            }
            if (!read.isEmpty()) {
                more.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How far the log is read.
    Position end() {
        lock.lock();
        try {
            return end.copy();
        } finally {
            lock.unlock();
        }
    }

    /// Where to begin reading for whoever has read the log so far; empty: more is missing than is kept. What it has
    /// read already may come again.
    OptionalLong join(Position position) {
        lock.lock();
        try {
            return position.reaches(oldest) ? OptionalLong.of(begin()) : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Reads on, waiting for something to come.
    ///
    /// @param most how much at once
    Read read(long from, int most, long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            for (var left = waitNanos; from == added && left > 0; ) {
                left = more.awaitNanos(left);
            }
            if (from < begin()) {
                return new Read.Gone();
            }
            var next = Math.min(added, from + most);
            var told = new ArrayList<Told>();
            for (var each = from; each < next; each++) {
                told.add(Objects.requireNonNull(kept[(int) (each % kept.length)]));
            }
            return new Read.Some(told, next);
        } finally {
            lock.unlock();
        }
    }

    private long begin() {
        return Math.max(0, added - kept.length);
    }
}
