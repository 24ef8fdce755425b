/// The machine, and who used how much of it: out of `/proc`.
@NullMarked
package io.directpeering.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
