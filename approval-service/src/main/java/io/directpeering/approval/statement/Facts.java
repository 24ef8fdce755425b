package io.directpeering.approval.statement;

import java.util.List;
import java.util.Objects;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.events.Approval;
import io.directpeering.events.Approved;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.InformationRequested;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.RegistrationMetadata;
import io.directpeering.events.Rejected;
import io.directpeering.events.RuleResult;
import io.directpeering.events.RuleSeverity;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;

/// A statement as the record that says it: the same row gives the same record.
final class Facts {

    private Facts() {}

    static SpecificRecord of(Statement statement) {
        var metadata = new EventMetadata(
                statement.eventId,
                statement.peeringId,
                null,
                statement.occurredAt,
                Topics.APPROVAL_SERVICE,
                statement.actor,
                statement.answers,
                null);
        return switch (statement.kind) {
            case Approved ->
                new Approved(
                        metadata,
                        statement.policyVersion,
                        onTheWire(statement.outcomes),
                        statement.text,
                        approvals(statement.approvals));
            case Rejected ->
                new Rejected(
                        metadata,
                        statement.policyVersion,
                        onTheWire(statement.outcomes),
                        Objects.requireNonNull(statement.text, "a rejection has a reason"));
            case InformationRequested ->
                new InformationRequested(
                        metadata,
                        Objects.requireNonNull(statement.text, "a request for information has a question"),
                        statement.answerDueAt);
        };
    }

    static PeerAsnValidated of(Validation validation) {
        return new PeerAsnValidated(
                new RegistrationMetadata(
                        validation.eventId,
                        validation.asn,
                        validation.occurredAt,
                        Topics.APPROVAL_SERVICE,
                        validation.actor),
                validation.revision,
                validation.validationState,
                validation.reason,
                validation.policyVersion,
                onTheWire(validation.outcomes));
    }

    private static List<Approval> approvals(List<GivenApproval> approvals) {
        return approvals.stream()
                .map(given -> new Approval(given.approver(), given.approvedAt(), given.reason()))
                .toList();
    }

    private static List<io.directpeering.events.RuleOutcome> onTheWire(List<RuleOutcome> outcomes) {
        return outcomes.stream().map(Facts::onTheWire).toList();
    }

    private static io.directpeering.events.RuleOutcome onTheWire(RuleOutcome outcome) {
        return new io.directpeering.events.RuleOutcome(
                outcome.ruleId(),
                switch (outcome.severity()) {
                    case Hard -> RuleSeverity.Hard;
                    case Soft -> RuleSeverity.Soft;
                    case Advisory -> RuleSeverity.Advisory;
                },
                switch (outcome.outcome()) {
                    case Passed -> RuleResult.Passed;
                    case Failed -> RuleResult.Failed;
                    case Overridden -> RuleResult.Overridden;
                    case NotApplicable -> RuleResult.NotApplicable;
                },
                outcome.evidence(),
                outcome.overrideReason());
    }
}
