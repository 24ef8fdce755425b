/// States facts log-first: a [Statement] is committed as a row, then sent, and sent again with the same event id
/// until the judge's outcome is seen ([Restatement]). Saying a fact again is a repeat and does nothing, so a crash
/// anywhere between row and outcome costs time, never a fact.
///
/// A [Validation], of a peer ASN's registration, goes the same way, except that nobody judges it: it is said when the
/// log has it.
///
/// [Statements] is the way in: it states and waits for the [Verdict]. [OutcomeMarks] writes down what became of
/// each statement.
@NullMarked
package io.directpeering.approval.statement;

import org.jspecify.annotations.NullMarked;
