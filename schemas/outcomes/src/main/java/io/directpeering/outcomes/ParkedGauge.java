package io.directpeering.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/// Shows how many transitions wait for one that is missing. Anything but a short spike wants a look.
@ApplicationScoped
class ParkedGauge {

    void show(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("peering.transitions.parked", ParkedGauge::parked)
                .description("Transitions that wait because one before them is missing")
                .register(meters);
    }

    private static long parked() {
        // Not a method reference: that would name the inherited method, which Panache does not fill in.
        return QuarkusTransaction.requiringNew().call(() -> ParkedTransition.count());
    }
}
