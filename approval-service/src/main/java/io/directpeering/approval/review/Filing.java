package io.directpeering.approval.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.statement.Kind;

/// What became of an operator's wish to say something about a request.
sealed interface Filing {

    /// Its row is written, by now or when the same person said the same before; what becomes of the fact is the
    /// answer.
    record Filed(UUID eventId) implements Filing {}

    /// The same person has decided the same before, and the log shows it.
    record DecidedBefore() implements Filing {}

    /// Noted; somebody else has to agree, too.
    record Agreed() implements Filing {}

    record NoSuchReview() implements Filing {}

    /// Four eyes: nobody approves a request of their own.
    record OwnRequest(String requestedBy) implements Filing {}

    /// Somebody decided, or the peer withdrew.
    record Closed(ReviewStatus status, String by, long sequence) implements Filing {}

    /// Somebody has decided and the judge has not said yet what becomes of it.
    record BeingDecided(Kind kind, String by, long sequence) implements Filing {}

    record HardRulesFailed(List<RuleOutcome> failed) implements Filing {}

    record OverridesNeeded(List<RuleOutcome> failed) implements Filing {}

    /// A rejection refers to rules that the review does not have.
    record NoSuchRules(List<String> given, List<String> known) implements Filing {}

    /// Overrides that fit no failed soft rule.
    ///
    /// @param why by rule id
    record NotOverridable(Map<String, String> why) implements Filing {}
}
