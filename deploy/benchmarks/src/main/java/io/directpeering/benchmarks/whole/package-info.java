/// This project as people run it: the four services, their databases and their broker, spoken to over HTTP.
@NullMarked
package io.directpeering.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
