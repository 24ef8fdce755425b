package io.directpeering.request.topology.history;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down only when nothing but a restart helps. There is no readiness of it: who looks back meanwhile is asked to come
/// again, and everybody else is served.
@Liveness
@ApplicationScoped
public class HistorianLiveness implements HealthCheck {

    private final HistorianRuntime historian;

    public HistorianLiveness(HistorianRuntime historian) {
        this.historian = historian;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("historian").status(!historian.dead()).build();
    }
}
