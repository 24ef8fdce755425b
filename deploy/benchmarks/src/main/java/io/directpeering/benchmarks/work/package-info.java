/// The work that everybody does alike: peerings through their life, step by step, as durable as the class says.
@NullMarked
package io.directpeering.benchmarks.work;

import org.jspecify.annotations.NullMarked;
