/// What was measured, for people and for programs.
@NullMarked
package io.directpeering.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
