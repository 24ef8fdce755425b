/// What a request must satisfy: a versioned [Policy] of [Rule]s, each of them a [Check] with thresholds of its own,
/// over the [RequestedPeering] or, when a peer registers, the [RegisteredPeer]. A rule's [RuleOutcome] carries its
/// evidence in plain words; a [Ruling] says whether the outcomes allow an approval, and [FourEyes] how many people have
/// to agree to it.
///
/// Java only: no framework, no wire format, no clock. Which rules are in force and with which thresholds is data
/// (see `policyfile`), so that a change of threshold changes no code.
@NullMarked
package io.directpeering.approval.policy;

import org.jspecify.annotations.NullMarked;
