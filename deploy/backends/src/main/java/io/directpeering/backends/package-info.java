/// Broker, registry and database for tests. They are real ones: containers where an engine and the images are
/// there, else the same parts that the local run starts. `-Dbackend=auto|docker|embedded` chooses.
///
/// Beside them what tests of every service need: tokens ([Bearer]), and what holds a description of an interface to
/// what clients are generated from ([Described]).
@NullMarked
package io.directpeering.backends;

import org.jspecify.annotations.NullMarked;
