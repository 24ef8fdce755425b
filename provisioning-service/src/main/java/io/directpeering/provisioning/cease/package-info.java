/// Cease letters: what has a cross-connect removed when its connection ends.
@NullMarked
package io.directpeering.provisioning.cease;

import org.jspecify.annotations.NullMarked;
