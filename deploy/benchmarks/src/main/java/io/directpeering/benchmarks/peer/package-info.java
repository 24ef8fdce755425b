/// What people would run the life cycle on instead.
@NullMarked
package io.directpeering.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
