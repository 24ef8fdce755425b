/// Who asks, and how a refusal reads.
@NullMarked
package io.directpeering.notification.asking;

import org.jspecify.annotations.NullMarked;
