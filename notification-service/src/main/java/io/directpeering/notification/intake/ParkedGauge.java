package io.directpeering.notification.intake;

import java.util.concurrent.atomic.AtomicLong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/// Metric `peering_transitions_parked`: above 0 for long, a transition is missing on the topic or in the dead letter.
@ApplicationScoped
class ParkedGauge {

    private final AtomicLong parked;

    ParkedGauge(MeterRegistry metrics) {
        parked = metrics.gauge("peering.transitions.parked", new AtomicLong());
    }

    @Scheduled(every = "10s")
    @Transactional
    void count() {
        parked.set(ParkedTransition.count());
    }
}
