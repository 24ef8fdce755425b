/// Database and broker of a trial, as durable as its class says.
@NullMarked
package io.directpeering.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
