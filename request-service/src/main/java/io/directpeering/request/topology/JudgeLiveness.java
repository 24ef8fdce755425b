package io.directpeering.request.topology;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down only when nothing but a restart helps. Missing topics, a broker away or a store being restored pass.
@Liveness
@ApplicationScoped
public class JudgeLiveness implements HealthCheck {

    private final JudgeRuntime judge;

    public JudgeLiveness(JudgeRuntime judge) {
        this.judge = judge;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("judge").status(!judge.dead()).build();
    }
}
