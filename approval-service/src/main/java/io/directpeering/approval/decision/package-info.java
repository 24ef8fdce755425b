/// What deciding on a request and on a registration have in common: what a person says ([Wish]), and how it is refused
/// where the rules' outcomes do not allow it ([RulingProblems]).
@NullMarked
package io.directpeering.approval.decision;

import org.jspecify.annotations.NullMarked;
