/// Changes that are made only to what the client has seen, and answers that say nothing twice: entity tags and the
/// conditions `If-Match` and `If-None-Match` (RFC 9110, section 13).
///
/// A tag follows from what is shown ([Conditions]); what of that passes with the time, such as an age, is left out
/// ([Tagged]). A peering alone has another: its sequence, which the judge compares and nobody else
/// ([EntityTags#expected]), since only the log knows what comes first.
@NullMarked
package io.directpeering.http.condition;

import org.jspecify.annotations.NullMarked;
