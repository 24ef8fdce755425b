package io.directpeering.intake;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// How the intake of a topic does: how old a record is by the time it is taken in, and how many were put aside.
@ApplicationScoped
class IntakeMetrics {

    /// What is there to be told apart: at once, a hitch, an outage, a topic that is read anew.
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofHours(1)
    };

    private final MeterRegistry meters;
    private final ConcurrentMap<String, Timer> ages = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /// @param writtenAt in milliseconds since the epoch; of a transition, when its fact came into the log
    void takenIn(String topic, long writtenAt) {
        ages.computeIfAbsent(topic, this::age)
                .record(Math.max(0, meters.config().clock().wallTime() - writtenAt), TimeUnit.MILLISECONDS);
    }

    void putAside(String topic) {
        meters.counter("peering.dead.letters", "topic", topic).increment();
    }

    private Timer age(String topic) {
        return Timer.builder("peering.intake.age")
                .description("How old records were when they had been taken in")
                .tag("topic", topic)
                .serviceLevelObjectives(STEPS)
                .register(meters);
    }
}
