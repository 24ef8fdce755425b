package io.directpeering.request.topology.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredMove;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Keeps how many peerings are in which cell, and lets it be told for any moment: by the latest checkpoint before it,
/// and what moved since. A checkpoint is all cells; one is made whenever as much has moved as it holds, so that it
/// costs
/// a write per move, and reading costs no more than twice what a checkpoint does.
///
/// Clocks of those who state facts differ, so a move may come that is older than a checkpoint. It is brought up to
/// date.
final class Headcounts {

    static final int FEWEST_MOVES_BETWEEN = 10_000;

    private final KeyValueStore<StoredCell, Long> cells;
    private final KeyValueStore<Moment, StoredMove> moves;
    private final KeyValueStore<Headcount, Long> checkpoints;
    private final int fewestBetween;

    private @Nullable Instant latestCheckpoint;
    private Instant latestMove;
    private long movesSince;
    private long cellsNow;

    Headcounts(
            KeyValueStore<StoredCell, Long> cells,
            KeyValueStore<Moment, StoredMove> moves,
            KeyValueStore<Headcount, Long> checkpoints,
            int fewestBetween) {
        this.cells = cells;
        this.moves = moves;
        this.checkpoints = checkpoints;
        this.fewestBetween = fewestBetween;
        latestCheckpoint = latestCheckpoint();
        latestMove = latestMove();
        cellsNow = numberOfCells();
        movesSince = movesSinceCheckpoint();
    }

    void moved(Moment moment, StoredMove move) {
        moves.put(moment, move);
        if (move.getBefore() != null) {
            count(move.getBefore(), -1);
        }
        count(move.getAfter(), 1);
        var late = latestCheckpoint;
        if (late != null && !moment.at().isAfter(late)) {
            bringUpToDate(moment.at(), move);
        } else {
            latestMove = moment.at().isAfter(latestMove) ? moment.at() : latestMove;
            movesSince++;
            if (movesSince >= Math.max(fewestBetween, cellsNow)) {
                makeCheckpoint();
            }
        }
    }

    private void count(StoredCell cell, int more) {
        var stood = cells.get(cell);
        long now = (stood == null ? 0 : stood) + more;
        if (now == 0) {
            cells.delete(cell);
            cellsNow--;
        } else {
            cells.put(cell, now);
            cellsNow += stood == null ? 1 : 0;
        }
    }

    /// In one write: who reads meanwhile sees a checkpoint whole, or the one before.
    private void makeCheckpoint() {
        var all = new ArrayList<KeyValue<Headcount, Long>>();
        try (var counts = cells.all()) {
            counts.forEachRemaining(each -> all.add(KeyValue.pair(new Headcount(latestMove, each.key), each.value)));
        }
        checkpoints.putAll(all);
        latestCheckpoint = latestMove;
        movesSince = 0;
    }

    /// In one write: who reads meanwhile sees each peering counted once.
    private void bringUpToDate(Instant since, StoredMove move) {
        var changed = new ArrayList<KeyValue<Headcount, Long>>();
        for (var at : checkpointsFrom(since)) {
            var counts = new LinkedHashMap<StoredCell, Integer>();
            counts.merge(move.getAfter(), 1, Integer::sum);
            if (move.getBefore() != null) {
                counts.merge(move.getBefore(), -1, Integer::sum);
            }
            counts.forEach((cell, more) -> changed.add(corrected(new Headcount(at, cell), more)));
        }
        checkpoints.putAll(changed);
    }

    private KeyValue<Headcount, Long> corrected(Headcount key, int more) {
        var stood = checkpoints.get(key);
        long now = (stood == null ? 0 : stood) + more;
        return KeyValue.pair(key, now == 0 ? null : now);
    }

    private List<Instant> checkpointsFrom(Instant since) {
        var all = new ArrayList<Instant>();
        var from = since;
        while (true) {
            try (var rest = checkpoints.range(Headcount.from(from), null)) {
                if (!rest.hasNext()) {
                    return all;
                }
                var next = rest.next().key.at();
                all.add(next);
                from = next.plusMillis(1);
            }
        }
    }

    private @Nullable Instant latestCheckpoint() {
        try (var all = checkpoints.reverseAll()) {
            return all.hasNext() ? all.next().key.at() : null;
        }
    }

    private Instant latestMove() {
        try (var all = moves.reverseAll()) {
            return all.hasNext() ? all.next().key.at() : Instant.EPOCH;
        }
    }

    private long numberOfCells() {
        try (var all = cells.all()) {
            return count(all, Long.MAX_VALUE);
        }
    }

    private long movesSinceCheckpoint() {
        var from = latestCheckpoint == null ? Instant.EPOCH : latestCheckpoint;
        try (var rest = moves.range(Moment.after(from), null)) {
            return count(rest, Math.max(fewestBetween, cellsNow));
        }
    }

    private static long count(Iterator<?> them, long atMost) {
        long found = 0;
        while (them.hasNext() && found < atMost) {
            them.next();
            found++;
        }
        return found;
    }
}
