/// One contender doing one load once, in a JVM of its own.
@NullMarked
package io.directpeering.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
