/// Reads the policy in force from its file (YAML): [PolicyFile]. What cannot be read in full is refused at start,
/// so that a misspelt threshold never turns into a rule that is not applied.
@NullMarked
package io.directpeering.approval.policyfile;

import org.jspecify.annotations.NullMarked;
