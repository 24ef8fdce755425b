@NullMarked
package io.directpeering.outcomes;

import org.jspecify.annotations.NullMarked;
