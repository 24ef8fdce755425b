/// Who acts. The one place that knows how a caller is recognised.
@NullMarked
package io.directpeering.approval.identity;

import org.jspecify.annotations.NullMarked;
