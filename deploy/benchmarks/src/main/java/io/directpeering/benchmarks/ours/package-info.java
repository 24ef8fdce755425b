/// This project, in parts and whole.
@NullMarked
package io.directpeering.benchmarks.ours;

import org.jspecify.annotations.NullMarked;
