/// What it costs to ask, and to start again, where there are very many peerings.
@NullMarked
package io.directpeering.benchmarks.many;

import org.jspecify.annotations.NullMarked;
