/// What the code costs by itself: benchmarks by JMH, which stand in the packages of what they measure.
@NullMarked
package io.directpeering.benchmarks.code;

import org.jspecify.annotations.NullMarked;
