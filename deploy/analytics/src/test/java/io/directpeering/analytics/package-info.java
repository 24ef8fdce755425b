/// Exports read back as their readers do.
@NullMarked
package io.directpeering.analytics;

import org.jspecify.annotations.NullMarked;
