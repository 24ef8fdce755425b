/// A review per request: [ReviewFollower] keeps it in step with the judge's outcomes, so that it can be rebuilt
/// from the log at any time; the [ReviewDesk] decides whether what an operator wants to say may be said, and files
/// it as a statement ([Decisions]); [AutoApproval] does so for the policy, where that is switched on; [Queue] is what
/// is read of it, and [ReviewResource] the operators' HTTP.
///
/// Where two people have to agree, each [Consent] is a working paper; the last one that is needed states the fact.
///
/// A review changes only when the judge's outcome is seen, never because somebody asked for it.
@NullMarked
package io.directpeering.approval.review;

import org.jspecify.annotations.NullMarked;
