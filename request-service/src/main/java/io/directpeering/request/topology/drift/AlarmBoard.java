package io.directpeering.request.topology.drift;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.inject.Singleton;

import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// Alarms about sessions as metrics: how many are out, by kind and peering location, and how many were raised and
/// cleared. As many series as the catalogue has locations, times the kinds; never one per peering.
@Singleton
public class AlarmBoard {

    private static final String RAISED = "peering.session.alarms.raised";
    private static final String CLEARED = "peering.session.alarms.cleared";

    private record Place(String location, DriftKind kind) {}

    private final MeterRegistry meters;
    private final ConcurrentMap<Place, AtomicLong> out = new ConcurrentHashMap<>();

    public AlarmBoard(MeterRegistry meters) {
        this.meters = meters;
        for (var kind : DriftKind.values()) {
            if (kind != DriftKind.Unknown) {
                // There from the start, so that the first alarm is a rise.
                meters.counter(RAISED, "kind", kind.name());
                meters.counter(CLEARED, "kind", kind.name());
            }
        }
    }

    /// The alarms of a partition that this instance takes over. Written by the partition's thread.
    public Share begin() {
        return new Share();
    }

    /// One partition's alarms.
    public final class Share implements AutoCloseable {

        private final Map<Place, Integer> own = new HashMap<>();

        private Share() {}

        /// One that was out already.
        public void found(String location, DriftKind kind) {
            add(new Place(location, kind), 1);
        }

        public void changed(String location, DriftKind kind, DriftStatus status) {
            var raised = status == DriftStatus.Raised;
            add(new Place(location, kind), raised ? 1 : -1);
            meters.counter(raised ? RAISED : CLEARED, "kind", kind.name()).increment();
        }

        private void add(Place place, int by) {
            own.merge(place, by, Integer::sum);
            out.computeIfAbsent(place, AlarmBoard.this::shown).addAndGet(by);
        }

        /// The partition is another's now.
        @Override
        public void close() {
            Map.copyOf(own).forEach((place, count) -> add(place, -count));
        }
    }

    private AtomicLong shown(Place place) {
        var count = new AtomicLong();
        Gauge.builder("peering.session.alarms", count, AtomicLong::get)
                .description("Alarms about BGP sessions that are out")
                .tag("location", place.location())
                .tag("kind", place.kind().name())
                .register(meters);
        return count;
    }
}
