package io.directpeering.approval.registration;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.Severity;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/// Approves registrations that fail no hard rule, where that is the setting: as they come, and those that came while
/// it was not known yet what persons had found of them.
@ApplicationScoped
class AutoValidation {

    private final Policy policy;
    private final Findings findings;
    private final PastFindings past;
    private final RegistrationSettings settings;

    AutoValidation(Policy policy, Findings findings, PastFindings past, RegistrationSettings settings) {
        this.policy = policy;
        this.findings = findings;
        this.past = past;
        this.settings = settings;
    }

    /// Wants the registration's row locked.
    void approve(Registration registration) {
        if (settings.autoApprove()
                && registration.validationState == ValidationState.Pending
                && registration.outcomes.stream().noneMatch(outcome -> outcome.failed(Severity.Hard))
                && past.areKnown()) {
            findings.file(
                    registration,
                    ValidationState.Approved,
                    Topics.APPROVAL_SERVICE,
                    "Approved by policy " + policy.version() + ".",
                    registration.outcomes);
        }
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void approveWhatWaits() {
        if (settings.autoApprove() && past.areKnown()) {
            QuarkusTransaction.requiringNew()
                    .call(AutoValidation::waiting)
                    .forEach(asn -> QuarkusTransaction.requiringNew().run(() -> {
                        if (Registration.locked(asn) instanceof Registration registration) {
                            approve(registration);
                        }
                    }));
        }
    }

    private static List<Long> waiting() {
        return Registration.<Registration>list("validationState", ValidationState.Pending).stream()
                .map(registration -> registration.asn)
                .toList();
    }
}
