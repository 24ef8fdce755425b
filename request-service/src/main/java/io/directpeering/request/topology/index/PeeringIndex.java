package io.directpeering.request.topology.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.directpeering.events.PeeringSnapshot;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The index over one partition. Written by the judge's thread and while it is filled, read by any; whoever reads sees
/// one moment of it. The judge waits for a reader for some milliseconds at most: what may take longer is read in a
/// picture, or step by step.
final class PeeringIndex {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Numbers numbers = new Numbers();
    private final Columns columns = new Columns();
    private final Facets facets = new Facets();
    private final Agenda agenda = new Agenda();
    private final Order order = new Order(numbers, columns);
    private boolean inOrder;

    /// Takes note of where peerings stand; what is known of a later sequence stays.
    ///
    /// @param deadlines of the connections of each, in their order; [Columns#NEVER]: it has none
    void put(List<PeeringSnapshot> peerings, List<long[]> deadlines) {
        lock.writeLock().lock();
        try {
            for (int each = 0; each < peerings.size(); each++) {
                put(peerings.get(each), deadlines.get(each));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(PeeringSnapshot peering, long[] deadlines) {
        int known = numbers.of(peering.getPeeringId());
        if (known >= 0 && columns.sequence(known) >= peering.getSequence()) {
            return;
        }
        int number = known;
        if (known >= 0) {
            facets.removeFromWhatChanges(number, columns);
            agenda.remove(number, columns.firstDueAt(number));
        } else {
            number = numbers.give(peering.getPeeringId());
        }
        columns.set(number, peering, deadlines);
        facets.add(number, columns);
        agenda.add(number, columns.firstDueAt(number));
        if (known < 0 && inOrder) {
            order.insert(number);
        }
    }

    /// All that stood before has been put: brings it into order, without holding the judge up meanwhile.
    void bringIntoOrder() {
        int end = size();
        var sorted = order.sorted(end);
        lock.writeLock().lock();
        try {
            order.set(sorted);
            facets.all().forEach(RoaringBitmap::runOptimize);
            for (int later = end; later < numbers.size(); later++) {
                order.insert(later);
            }
            inOrder = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    int size() {
        lock.readLock().lock();
        try {
            return numbers.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The first places of peerings that meet the criteria, in the order of lists.
    ///
    /// @param after they stand behind it; null: from the beginning
    List<Position> list(Criteria criteria, @Nullable Position after, int atMost, long nowMs) {
        var selection = select(criteria, nowMs);
        var few = new Few(selection.meant().orElseGet(selection::all), after, atMost, order);
        while (!few.isDone()) {
            lock.readLock().lock();
            try {
                few.step(numbers.size());
            } finally {
                lock.readLock().unlock();
            }
        }
        return few.found();
    }

    /// How many peerings meet the criteria, and how many of their connections do, by their values of these facets.
    ///
    /// @param mostGroups give up where there are more
    /// @return empty: there are more
    Optional<Map<List<Object>, Tally>> count(Criteria criteria, List<Facet> by, int mostGroups, long nowMs) {
        var selection = select(criteria, nowMs);
        return new Counting(selection.picture(), criteria, by, mostGroups, nowMs)
                .over(selection.meant().orElseGet(selection::all));
    }

    private Selection select(Criteria criteria, long nowMs) {
        pass(nowMs);
        lock.readLock().lock();
        try {
            return new Selection(criteria, nowMs, facets, columns, agenda, numbers.size());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void pass(long nowMs) {
        if (lagsBehind(nowMs)) {
            lock.writeLock().lock();
            try {
                agenda.pass(nowMs);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private boolean lagsBehind(long nowMs) {
        lock.readLock().lock();
        try {
            return agenda.lagsBehind(nowMs);
        } finally {
            lock.readLock().unlock();
        }
    }
}
