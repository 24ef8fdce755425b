/// Who calls: the one place that knows how a caller is told ([Caller]) and what the roles are ([Roles]).
///
/// Every endpoint says by annotation who may call it; one that says nothing is closed. Paths decide nothing: they can
/// be spelled in too many ways.
@NullMarked
package io.directpeering.http.identity;

import org.jspecify.annotations.NullMarked;
