package io.directpeering.traces;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether this process is followed. Off until a service with a receiver has started, so tests and tools that are no
/// service know nothing of it.
@ApplicationScoped
public class Tracing {

    private static final String SCOPE = "io.directpeering";

    private static volatile boolean on;

    private final boolean off;

    Tracing(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.off = off;
    }

    /// Ahead of what takes records in.
    void start(@Observes @Priority(1) StartupEvent started) {
        on = !off;
    }

    void stop(@Observes ShutdownEvent stopped) {
        on = false;
    }

    static boolean isOn() {
        return on;
    }

    static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer(SCOPE);
    }
}
