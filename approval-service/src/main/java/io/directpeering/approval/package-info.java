/// Reviews requests for direct peerings, and registrations of peer ASNs, by policy and by people.
///
/// - `policy` judges by the rules in force, which `policyfile` reads and `publication` shows to everybody
/// - `review` keeps a review per request and lets operators decide it
/// - `registration` does the same for peer ASNs, where the policy itself approves what it may
/// - `decision` is what both have in common; `peer` knows people, and who may know them
/// - `statement` states what was decided as a fact until the log shows it
@NullMarked
package io.directpeering.approval;

import org.jspecify.annotations.NullMarked;
