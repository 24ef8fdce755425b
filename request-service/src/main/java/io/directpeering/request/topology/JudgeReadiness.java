package io.directpeering.request.topology;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Up when facts are judged and stores can be asked; down it says what is missing.
@Readiness
@ApplicationScoped
public class JudgeReadiness implements HealthCheck {

    private final JudgeRuntime judge;

    public JudgeReadiness(JudgeRuntime judge) {
        this.judge = judge;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("judge");
        judge.trouble().ifPresent(why -> answer.withData("why", why));
        return answer.status(judge.trouble().isEmpty()).build();
    }
}
