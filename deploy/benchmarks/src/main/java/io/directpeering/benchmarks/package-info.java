/// What the life cycle costs, beside what people would run it on instead: [Bench] is the command. It runs [trials]
/// [io.directpeering.benchmarks.trial], each in a JVM of its own, of [contenders][io.directpeering.benchmarks.work],
/// and prints their [figures][io.directpeering.benchmarks.figure] beside what the
/// [machine][io.directpeering.benchmarks.machine] did meanwhile.
@NullMarked
package io.directpeering.benchmarks;

import org.jspecify.annotations.NullMarked;
