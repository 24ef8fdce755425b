/// Reviews requests for direct peerings, by policy and by people.
///
/// - `intake` takes in what the judge decided, each transition once and in order
/// - `review` keeps a review per request and lets operators decide it
/// - `policy` judges a request by the rules in force, which `policyfile` reads
/// - `statement` states a decision as a fact until the log shows what became of it
/// - `identity` knows who acts, `problem` how a refusal reads
@NullMarked
package io.directpeering.approval;

import org.jspecify.annotations.NullMarked;
