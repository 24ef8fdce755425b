/// Broker, registry and database for tests. They are real ones: containers where an engine and the images are
/// there, else the same parts that the local run starts. `-Dbackend=auto|docker|embedded` chooses.
@NullMarked
package io.directpeering.backends;

import org.jspecify.annotations.NullMarked;
