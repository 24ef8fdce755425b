/// How a refusal reads over HTTP: RFC 9457 problems that name the field, say what is wrong and how to mend it; and
/// how strictly a body is read.
@NullMarked
package io.directpeering.approval.problem;

import org.jspecify.annotations.NullMarked;
