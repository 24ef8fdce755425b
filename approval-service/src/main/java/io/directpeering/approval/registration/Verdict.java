package io.directpeering.approval.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.events.ValidationState;

/// What became of somebody's wish to decide on a registration.
sealed interface Verdict {

    /// Its row is written; it is stated after the commit.
    record Filed(UUID eventId) implements Verdict {}

    record NoSuchRegistration() implements Verdict {}

    /// Four eyes: nobody approves a registration of their own.
    record OwnRegistration(String registeredBy) implements Verdict {}

    /// It is so already, by somebody else or by the policy.
    record FoundBefore(ValidationState state, String by) implements Verdict {}

    /// The same was found of this revision before, and then the contrary; a third finding would not be told from the
    /// first one.
    record FoundAndWithdrawn(ValidationState state, long revision) implements Verdict {}

    /// The registration does not ask to be validated.
    record NotAsked(ValidationState state) implements Verdict {}

    record HardRulesFailed(List<RuleOutcome> failed) implements Verdict {}

    record OverridesNeeded(List<RuleOutcome> failed) implements Verdict {}

    /// A rejection refers to rules that the review does not have.
    record NoSuchRules(List<String> given, List<String> known) implements Verdict {}

    /// Overrides that fit no failed soft rule.
    ///
    /// @param why by rule id
    record NotOverridable(Map<String, String> why) implements Verdict {}
}
